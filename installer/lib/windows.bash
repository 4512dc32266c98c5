# Windows: a .msi by jpackage and the WiX toolset. Sourced by installer/build after inputs.bash.
# shellcheck shell=bash disable=SC2154

# Never change it: by this id an installer recognizes the versions before.
upgrade_id=6a1f7a0e-5d0b-4f57-9d5e-0c1c8a6f3b52

check_platform() {
  [ -s "$icons/myna.ico" ] || fail "there is no icon for Windows"
  # The launcher that opens a window has no console; this one has.
  grep -q '^win-console=true$' "$here/windows/console.properties" || fail "installer/windows/console.properties makes no console"
  [[ $version =~ ^[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,5}$ ]] || fail "Windows cannot order the version '$version'"
  if [ "$dry" = no ]; then
    command -v wix >/dev/null || command -v candle >/dev/null || fail "needs the WiX toolset"
  fi
}

msi_options() {
  jpackage_options Myna
  printf '%s\n' --type msi --icon "$icons/myna.ico" --dest "$output" --win-upgrade-uuid "$upgrade_id" --win-menu --win-menu-group Myna \
    --win-dir-chooser --win-shortcut-prompt --license-file "$root/LICENSE" --add-launcher "myna-console=$here/windows/console.properties"
  local file
  for file in "$here"/associations/*.properties; do
    printf '%s\n' --file-associations "$file"
  done
}

print_calls() { say "jpackage $(msi_options | paste -s -d ' ')"; }

build_packages() {
  local options
  mkdir -p "$output"
  mapfile -t options < <(msi_options)
  "$jdk/bin/jpackage" "${options[@]}"
  mv "$output/Myna-$version.msi" "$output/Myna-$version-windows-x64-$flavour.msi"
}
