# macOS on Apple silicon: a .dmg by jpackage. Sourced by installer/build after inputs.bash.
# shellcheck shell=bash disable=SC2154

check_platform() {
  [ -s "$icons/myna.icns" ] || fail "there is no icon for macOS"
  [ "$dry" = yes ] || [ "$(uname -m)" = arm64 ] || fail "ONNX Runtime 1.29 has no library for macOS on Intel"
}

# macOS wants versions to begin with 1 or more.
bundle_version() { if [[ $version == 0.* ]]; then echo "1.${version#0.}"; else echo "$version"; fi; }

dmg_options() {
  jpackage_options Myna | sed "s/^$version\$/$(bundle_version)/"
  printf '%s\n' --type dmg --icon "$icons/myna.icns" --dest "$output" --mac-package-identifier io.github.myna --mac-package-name Myna \
    --mac-app-category public.app-category.music --license-file "$root/LICENSE"
  local file
  for file in "$here"/associations/*.properties; do
    printf '%s\n' --file-associations "$file"
  done
}

print_calls() { say "jpackage $(dmg_options | paste -s -d ' ')"; }

build_packages() {
  local options=() line
  mkdir -p "$output"
  while IFS= read -r line; do options+=("$line"); done < <(dmg_options)
  "$jdk/bin/jpackage" "${options[@]}"
  mv "$output/Myna-$(bundle_version).dmg" "$output/Myna-$version-macos-arm64.dmg"
}
