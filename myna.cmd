@echo off
rem Starts Myna. Builds it first where it is not built or a source is newer than the build.
setlocal
set "root=%~dp0"
set "root=%root:~0,-1%"
set "built=%root%\target"
set "notes=%built%\start.aot"
set "jdk="
if defined JAVA_HOME call :candidate "%JAVA_HOME%"
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\jdk-*" "%ProgramFiles%\Java\jdk-*" "%ProgramFiles%\Microsoft\jdk-*") do call :candidate "%%~D"
if not defined jdk (
  echo myna: needs Java 25 or newer: install a JDK 25 ^(for instance from adoptium.net^) or set JAVA_HOME to one. 1>&2
  exit /b 1
)
call :is_built || call :build || exit /b 1
call :class_path
"%jdk%\bin\java" "-XX:AOTCache=%notes%" -Xlog:aot=off -Xlog:cds=off --enable-native-access=ALL-UNNAMED "-Dmyna.root=%root%" myna.Main %*
exit /b %errorlevel%

:candidate
if defined jdk exit /b
if not exist "%~1\release" exit /b
for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do call :take "%~1" %%~V
exit /b

:take
set "version=%~2"
set "version=%version:"=%"
if %version% geq 25 set "jdk=%~1"
exit /b

rem Whether the build is there and no source is newer.
:is_built
if not exist "%built%\classpath.txt" exit /b 1
if not exist "%built%\myna.jar" exit /b 1
powershell -NoProfile -Command "Set-Location -LiteralPath $env:root; $at = (Get-Item target\myna.jar).LastWriteTime; if (Get-ChildItem -Recurse -File speech\src\main, app\src\main, assets, pom.xml, speech\pom.xml, app\pom.xml | Where-Object { $_.LastWriteTime -gt $at }) { exit 1 }"
exit /b %errorlevel%

:build
where mvn >nul 2>&1 || (
  echo myna: needs Maven ^(mvn^) to build: install it and run this again. 1>&2
  exit /b 1
)
echo myna: building ^(the first time downloads the libraries; this takes some minutes^) ... 1>&2
if not exist "%built%" mkdir "%built%"
set "JAVA_HOME=%jdk%"
call mvn -f "%root%\pom.xml" -B -ntp -Dmaven.test.skip=true process-classes >"%built%\build.log" 2>&1 || (
  findstr /b /c:"[ERROR]" "%built%\build.log" 1>&2
  echo myna: the build failed; see target\build.log. 1>&2
  exit /b 1
)
"%jdk%\bin\jar" --create --file "%built%\myna.jar" -C "%root%\speech\target\classes" . -C "%root%\app\target\classes" . || exit /b 1
call :note_start
echo myna: built. 1>&2
exit /b 0

rem Notes for later starts what a sentence loads, which saves them a part of their time. Without the notes they work as well.
:note_start
call :class_path
del "%notes%" 2>nul
"%jdk%\bin\java" "-XX:AOTCacheOutput=%notes%" -Xlog:aot=off -Xlog:cds=off --enable-native-access=ALL-UNNAMED "-Dmyna.root=%root%" myna.Main speak --reference "%root%\assets\reference\kathleen.wav" --text "Ready to speak." --steps 2 --output "%built%\ready.wav" >nul 2>&1
del "%built%\ready.wav" 2>nul
exit /b 0

rem The class path goes by the environment, which holds more than a command line.
:class_path
for /f "usebackq delims=" %%C in ("%built%\classpath.txt") do set "CLASSPATH=%built%\myna.jar;%%C"
exit /b
