# Linux: an app image by jpackage, and of it a Debian package whose every file dpkg knows.
# Sourced by installer/build after inputs.bash.
# shellcheck shell=bash disable=SC2154

image=$work/image
deb_depends="libc6 (>= 2.31), libstdc++6, libgtk-3-0 | libgtk-3-0t64, libgl1, libxtst6, libxxf86vm1, libasound2 | libasound2t64, zlib1g"

package_name() { if [ "$flavour" = cuda ]; then echo myna-cuda; else echo myna; fi; }
other_package() { if [ "$flavour" = cuda ]; then echo myna; else echo myna-cuda; fi; }
debian_architecture() { if [ "$(native_platform)" = linux-arm64 ]; then echo arm64; else echo amd64; fi; }

check_platform() {
  local key type
  for key in Exec Icon MimeType; do
    grep -q "^$key=" "$here/linux/myna.desktop" || fail "installer/linux/myna.desktop lacks $key"
  done
  while IFS= read -r type; do
    grep -q "^MimeType=.*$type;" "$here/linux/myna.desktop" || fail "installer/linux/myna.desktop does not open $type"
    grep -q "\"$type\"" "$here/linux/myna.xml" || fail "installer/linux/myna.xml does not describe $type"
  done < <(sed -n 's/^mime-type=//p' "$here"/associations/*.properties)
  if command -v desktop-file-validate >/dev/null; then desktop-file-validate "$here/linux/myna.desktop"; fi
}

print_calls() {
  say "jpackage --type app-image --icon myna-512.png $(jpackage_options myna | paste -s -d ' ')"
  say "dpkg-deb --build: $(package_name)_${version}_$(debian_architecture).deb, depends on $deb_depends"
}

build_packages() {
  local options
  mkdir -p "$output"
  say "making the app image"
  rm -rf "$image"
  mapfile -t options < <(jpackage_options myna)
  "$jdk/bin/jpackage" --type app-image --icon "$icons/myna-512.png" --dest "$image" "${options[@]}"
  note_start "$image/myna/lib/app"
  tar -C "$image" --sort=name --owner=0 --group=0 --numeric-owner --mtime="$stamp" -cf - myna |
    xz -9 >"$output/$(package_name)-$version-linux-$(debian_architecture).tar.xz"
  build_deb
}

# Notes in the application's folder what the studio loads, so that the installed program starts in two thirds of the time. Java takes the notes
# only if the jars have the times they had here. The studio opens where nobody sees it, and is ended when it is ready.
note_start() {
  local folder=$1 data=$work/ready pid
  find "$image" -exec touch -h -d "$stamp" {} +
  rm -rf "$data"
  JAVA_TOOL_OPTIONS="-XX:AOTCacheOutput=$folder/start.aot -Dglass.platform=Headless -Dprism.order=sw" MYNA_HOME=$data \
    "$image/myna/bin/myna" >"$work/ready.log" 2>&1 &
  pid=$!
  sleep 10
  kill "$pid" || fail "the studio did not open: $(cat "$work/ready.log")"
  wait "$pid" || :
  [ -s "$folder/start.aot" ] || fail "Java wrote no notes of its start: $(cat "$work/ready.log")"
  rm -rf "$data"
  # shellcheck disable=SC2016
  printf 'java-options=%s\n' '-XX:AOTCache=$APPDIR/start.aot' -Xlog:aot=off >>"$folder/myna.cfg"
}

build_deb() {
  say "making the Debian package"
  local tree=$work/deb size file
  rm -rf "$tree"
  mkdir -p "$tree/DEBIAN" "$tree/usr/lib" "$tree/usr/bin" "$tree/usr/share/applications" "$tree/usr/share/mime/packages" \
    "$tree/usr/share/doc/$(package_name)"
  cp -a "$image/myna" "$tree/usr/lib/myna"
  ln -s ../lib/myna/bin/myna "$tree/usr/bin/myna"
  cp "$here/linux/myna.desktop" "$tree/usr/share/applications/"
  cp "$here/linux/myna.xml" "$tree/usr/share/mime/packages/"
  install -D -m 755 "$here/linux/sd_myna" "$tree/usr/lib/speech-dispatcher-modules/sd_myna"
  for size in 16 32 48 64 128 256 512; do
    file=$tree/usr/share/icons/hicolor/${size}x$size/apps/myna.png
    install -D -m 644 "$icons/myna-$size.png" "$file"
  done
  install -D -m 644 "$root/assets/icon/myna.svg" "$tree/usr/share/icons/hicolor/scalable/apps/myna.svg"
  install -m 644 "$root/THIRD-PARTY.md" "$app/myna.cdx.json" "$tree/usr/share/doc/$(package_name)/"
  write_copyright >"$tree/usr/share/doc/$(package_name)/copyright"
  write_control "$(du -sk --exclude=DEBIAN "$tree" | cut -f 1)" >"$tree/DEBIAN/control"
  (cd "$tree" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum) >"$tree/DEBIAN/md5sums"
  find "$tree" -type d -exec chmod 755 {} +
  find "$tree" -exec touch -h -d "$stamp" {} +
  SOURCE_DATE_EPOCH=$(date -d "$stamp" +%s) dpkg-deb --root-owner-group -Zxz -z9 --build "$tree" \
    "$output/$(package_name)_${version}_$(debian_architecture).deb" >/dev/null
}

write_control() {
  cat <<CONTROL
Package: $(package_name)
Version: $version
Architecture: $(debian_architecture)
Maintainer: The Myna authors <myna@localhost>
Installed-Size: $1
Depends: $deb_depends
Recommends: shared-mime-info, desktop-file-utils, hicolor-icon-theme
Conflicts: $(other_package)
Replaces: $(other_package)
Enhances: speech-dispatcher
Section: sound
Priority: optional
Description: ${description%.}
 A few seconds of reference speech are enough, no transcript, no training and
 no network: type and it talks; drop a book in and it comes out as an audiobook.
CONTROL
}

write_copyright() {
  cat <<'COPYRIGHT'
Myna is free software: GPL-3.0-or-later, see /usr/lib/myna/lib/app/LICENSE.
What it is made of, and under which licences: THIRD-PARTY.md and myna.cdx.json here; the licences' texts are in
/usr/lib/myna/lib/app/licences, those of the Java runtime in /usr/lib/myna/lib/runtime/legal.

COPYRIGHT
  cat "$root/LICENSE"
}
