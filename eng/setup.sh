# Functions of ./test and ./quire. Sourced with the repository's root as current directory.
# Builders run with stdin closed and their output in a file: compiler servers that outlive them hold neither of ours.

# Debian packages that the tests start for real. Services are installed, never started.
install_debian_packages() {
  [ "${QUIRE_NO_INSTALL:-}" != 1 ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 0
  local missing=() log=artifacts/test/apt.log
  ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || missing+=(postgresql)
  command -v redis-server >/dev/null || missing+=(redis-server)
  command -v chromium >/dev/null || missing+=(chromium)
  command -v git >/dev/null || missing+=(git)
  dpkg -s python3-jinja2 >/dev/null 2>&1 || missing+=(python3-jinja2)
  [ ${#missing[@]} -gt 0 ] || return 0

  echo "installing ${missing[*]}"
  local policy=/usr/sbin/policy-rc.d made_policy=false failed=false
  if [ ! -e $policy ]; then printf '#!/bin/sh\nexit 101\n' >$policy && chmod +x $policy && made_policy=true; fi
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; } \
    </dev/null >$log 2>&1 || failed=true
  if $made_policy; then rm -f $policy; fi
  if $failed; then
    tail -n 20 $log >&2
    echo "test: installing ${missing[*]} failed; the log is $log" >&2
    [ "${CI:-}" != true ] || exit 1
  fi
}

# `npm ci` in every folder with a lock file, unless it ran for exactly this lock file before. Where it fails, the tests that need the packages are skipped; on CI
# it ends the run.
install_node_packages() {
  local lock folder stamp sum log=$PWD/artifacts/test/npm.log
  while IFS= read -r lock; do
    folder=$(dirname "$lock") stamp=$folder/node_modules/.quire-lock sum=$(cksum <"$lock")
    if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$sum" ]; then continue; fi
    echo "npm ci in $folder"
    if (cd "$folder" && npm ci --no-audit --no-fund </dev/null >"$log" 2>&1); then
      echo "$sum" >"$stamp"
    else
      tail -n 20 "$log" >&2
      echo "test: npm ci in $folder failed; the log is $log" >&2
      [ "${CI:-}" != true ] || exit 1
      rm -rf "$folder/node_modules"
    fi
  done < <(find . \( -name node_modules -o -name artifacts -o -name .git \) -prune -o -name package-lock.json -print)
}

# A registry that answers badly once may answer well a moment later; a wrong lock file never does.
restore_packages() {
  local log=artifacts/test/restore.log try
  for try in 1 2 3; do
    if dotnet restore Quire.slnx -v q -nodeReuse:false </dev/null >$log 2>&1; then return 0; fi
    if grep -q NU1004 $log; then break; fi
  done
  cat $log >&2
  exit 1
}

# build_quietly LOG ARGUMENTS…: silent when it succeeds, the errors otherwise. The compiler stays warm between projects and is sent away after.
build_quietly() {
  local log=$1
  shift
  local built=true
  dotnet build "$@" -v q -nodeReuse:false -p:UseSharedCompilation=true </dev/null >"$log" 2>&1 || built=false
  dotnet build-server shutdown --vbcscompiler </dev/null >/dev/null 2>&1 || true
  if $built; then return 0; fi
  grep -E ': (error|warning) ' "$log" | sed 's/ \[.*\.csproj.*\]$//' | sort -u >&2 || cat "$log" >&2
  echo "the build failed; its log is $log" >&2
  exit 1
}

run_benchmarks() {
  local project
  for project in bench/*/*.csproj; do
    grep -qs '<OutputType>Exe' "$project" || continue
    echo "== $project"
    QUIRE_BENCH=1 dotnet run -c Release --project "$project" </dev/null
  done
}
