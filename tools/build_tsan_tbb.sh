#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Builds oneTBB with the thread sanitizer into build/tsan-tbb, from the distribution's source through
# a private package list, so that the system stays as it is. Needs apt. Done once.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
prefix=$root/build/tsan-tbb
[[ ! -e $prefix/lib/cmake/TBB/TBBConfig.cmake ]] || exit 0
work=$root/build/tsan-tbb-source
rm -rf "$work"
mkdir -p "$work/lists/partial"
cd "$work"

# shellcheck disable=SC1091  # not part of this project
. /etc/os-release
mirror=$(sed -nE 's/^(URIs:|deb) .*(https?:[^ ]+).*/\2/p' \
    /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources \
    2>/dev/null | grep -v security | head -n 1 || true)
if [[ -z $mirror ]]; then
    echo "tsan: no package source found in /etc/apt to fetch the source of oneTBB from" >&2
    exit 4
fi
component=main
[[ $ID != ubuntu ]] || component="main universe"
echo "deb-src $mirror $VERSION_CODENAME $component" >list
apt_private() {
    apt-get -q -o "Dir::Etc::sourcelist=$work/list" -o Dir::Etc::sourceparts=- \
        -o "Dir::State::lists=$work/lists" -o APT::Sandbox::User= "$@"
}
apt_private update
apt_private source --download-only onetbb
tar -xf onetbb_*.orig.tar.*
cmake -G Ninja -S oneTBB-* -B make -DTBB_TEST=OFF -DTBBMALLOC_BUILD=OFF -DTBB_SANITIZE=thread \
    -DTBB_STRICT=OFF -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_INSTALL_LIBDIR=lib \
    "-DCMAKE_INSTALL_PREFIX=$prefix"
cmake --build make
cmake --install make
rm -rf "$work"
