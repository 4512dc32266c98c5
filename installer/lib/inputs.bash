# What packages of every platform are made of. Sourced by installer/build, which sets root, here, platform, flavour, output.
# shellcheck shell=bash disable=SC2154

work=$root/target/installer-$platform-$flavour
app=$work/app
icons=$work/icons
runtime=$work/runtime
build_folder=target/installer-$platform-$flavour/build

version=$(sed -n 's|^  <version>\(.*\)</version>$|\1|p' "$root/pom.xml" | head -n 1)
# Everything gets the time of the build that pom.xml names, so that the same commit gives the same files.
stamp=$(sed -n 's|.*<project.build.outputTimestamp>\(.*\)</project.build.outputTimestamp>.*|\1|p' "$root/pom.xml")
description=$(sed -n 's|^  <description>\(.*\)</description>$|\1|p' "$root/pom.xml")

find_jdk() {
  local candidate
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
      "/c/Program Files/Eclipse Adoptium"/jdk-*; do
    if [ -x "$candidate/bin/jpackage" ] && grep -q '^JAVA_VERSION="25' "$candidate/release" 2>/dev/null; then
      echo "$candidate"
      return
    fi
  done
  fail "needs a JDK 25 with jlink and jpackage: set JAVA_HOME to one"
}

# The platform as the libraries name it.
native_platform() {
  case "$platform-$(uname -m)" in
    linux-aarch64) echo linux-arm64 ;;
    linux-*) echo linux-x86_64 ;;
    macos-*) echo macosx-arm64 ;;
    windows-*) echo windows-x86_64 ;;
  esac
}

onnxruntime_artifact() { if [ "$flavour" = cuda ]; then echo onnxruntime_gpu; else echo onnxruntime; fi; }

runtime_modules() { paste -s -d , "$here/runtime-modules.txt"; }

check_inputs() {
  local file
  jdk=$(find_jdk)
  if [ -z "$version" ] || [ -z "$stamp" ] || [ -z "$description" ]; then
    fail "pom.xml names no version, description or time"
  fi
  for file in assets/icon/myna.svg LICENSE THIRD-PARTY.md models/en-small/manifest.json models/en-small/MODEL_CARD.md \
      assets/reference/README.md src/build/AppFolder.java src/build/Icons.java; do
    [ -s "$root/$file" ] || fail "$file is missing"
  done
  for file in "$here"/associations/*.properties; do
    [ "$(grep -c -e '^extension=[a-z]*$' -e '^mime-type=application/x-[a-z]*$' -e '^description=.' "$file")" = 3 ] ||
      fail "${file#"$root/"} lacks extension, mime-type or description"
  done
  file=$("$jdk/bin/java" --list-modules | sed 's/@.*//' | LC_ALL=C sort | LC_ALL=C comm -13 - "$here/runtime-modules.txt")
  [ -z "$file" ] || fail "installer/runtime-modules.txt is not sorted, or the JDK lacks $file"
}

make_icons() {
  rm -rf "$icons"
  mkdir -p "$icons"
  "$jdk/bin/java" "$root/src/build/Icons.java" "$root/assets/icon/myna.svg" "$icons"
}

# Builds the jars and the bill of materials in a folder of its own, with the flavour's runtime.
build_jar() {
  say "building myna $version ($flavour)"
  # Online: the bill of materials is not written offline.
  JAVA_HOME=$jdk mvn --batch-mode --no-transfer-progress --quiet -f "$root/pom.xml" -Dmaven.test.skip=true -Djacoco.skip=true \
    -Dbuild.folder="$build_folder" -Donnxruntime.artifact="$(onnxruntime_artifact)" package
  if [ ! -s "$root/app/$build_folder/myna-$version.jar" ] || [ ! -s "$root/speech/$build_folder/myna-speech-$version.jar" ]; then
    fail "Maven wrote no jar"
  fi
  [ -s "$root/$build_folder/myna.cdx.json" ] || fail "Maven wrote no bill of materials"
}

# The application's folder: jars without the natives of other systems, natives unpacked, models, licences.
fill_app_folder() {
  say "filling the application's folder"
  rm -rf "$app"
  mkdir -p "$app/models" "$app/assets/reference" "$app/licences"
  local jars
  IFS=$(path_separator) read -r -a jars <"$root/$build_folder/classpath.txt" || [ ${#jars[@]} -gt 0 ]
  "$jdk/bin/java" "$root/src/build/AppFolder.java" "$(native_platform)" "$app" "${jars[@]}"
  cp "$root/app/$build_folder/myna-$version.jar" "$app/myna.jar"
  cp "$root/speech/$build_folder/myna-speech-$version.jar" "$app/myna-speech.jar"
  cp "$root/$build_folder/myna.cdx.json" "$app/"
  cp "$root/LICENSE" "$root/THIRD-PARTY.md" "$app/"
  cp "$here"/licences/*.txt "$app/licences/"
  cp "$root"/assets/reference/* "$app/assets/reference/"
  (cd "$root/models" && tar -cf - --exclude golden -- *) | tar -xf - -C "$app/models"
}

path_separator() { if [ "$platform" = windows ]; then echo ';'; else echo ':'; fi; }

# The part of the JDK that the program needs.
make_runtime() {
  say "linking the runtime"
  rm -rf "$runtime"
  "$jdk/bin/jlink" --add-modules "$(runtime_modules)" --include-locales=en,de --strip-debug --no-header-files --no-man-pages \
    --compress=zip-0 --generate-cds-archive --output "$runtime"
  rm -f "$runtime"/lib/server/classes_nocoops.jsa "$runtime"/bin/server/classes_nocoops.jsa
}

# Prints the options of jpackage that all platforms share, one in a line.
jpackage_options() {
  local key
  printf '%s\n' --name "$1" --app-version "$version" --vendor "The Myna authors" --description "$description" \
    --copyright "GPL-3.0-or-later" --input "$app" --main-jar myna.jar --main-class myna.Main --runtime-image "$runtime"
  # The launcher puts the application's folder in the place of $APPDIR.
  # shellcheck disable=SC2016
  for key in -Dmyna.root='$APPDIR' -Donnxruntime.native.path='$APPDIR/natives' -Djava.library.path='$APPDIR/natives' \
      -Dorg.sqlite.lib.path='$APPDIR/natives' -Dlibrary.jline.path='$APPDIR/natives' -Dorg.bytedeco.javacpp.pathsFirst=true \
      --enable-native-access=ALL-UNNAMED -Xlog:cds=off; do
    printf '%s\n' --java-options "$key"
  done
}

# SHA-256 sums of all packages in the output folder.
write_sums() {
  (
    cd "$output" || fail "cannot enter $output"
    cp "$app/myna.cdx.json" "myna-$version-$platform-$flavour.cdx.json"
    if command -v sha256sum >/dev/null; then sum=(sha256sum); else sum=(shasum -a 256); fi
    find . -maxdepth 1 -type f ! -name SHA256SUMS | sed 's|^\./||' | LC_ALL=C sort | xargs -I{} "${sum[@]}" {} >SHA256SUMS.part
    mv SHA256SUMS.part SHA256SUMS
    say "packages in ${output#"$root/"}:"
    ls -l
  )
}
