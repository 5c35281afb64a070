# A minimal Debian 12, for scripts that try something as a newcomer's machine has it. To be sourced; needs
# root and debootstrap.
# shellcheck shell=bash

# make_root ROOT: makes one by debootstrap from this machine's Debian mirror, unless there is one already.
make_root() {
  local root=$1
  if [ ! -e "$root/etc/debian_version" ]; then
    debootstrap --variant=minbase bookworm "$root" http://deb.debian.org/debian >"$root.log"
    mv "$root.log" "$root/debootstrap.log"
  fi
  if [ ! -e "$root/etc/dpkg/dpkg.cfg.d/unsafe-io" ]; then
    cat >"$root/etc/apt/sources.list" <<'SOURCES'
deb http://deb.debian.org/debian bookworm main
deb http://deb.debian.org/debian bookworm-updates main
deb http://deb.debian.org/debian-security bookworm-security main
SOURCES
    # What this machine needs to reach its registries: its own certificate authorities and npm's
    # settings. A newcomer's machine has its own.
    mkdir -p "$root/etc/ssl" "$root/usr/local/share"
    cp -rL /etc/ssl/certs "$root/etc/ssl/"
    [ ! -d /usr/local/share/ca-certificates ] ||
      cp -r /usr/local/share/ca-certificates "$root/usr/local/share/"
    [ ! -e ~/.npmrc ] || cp ~/.npmrc "$root/root/.npmrc"
    # The root need not survive a power cut.
    echo force-unsafe-io >"$root/etc/dpkg/dpkg.cfg.d/unsafe-io"
  fi
  cp -L /etc/resolv.conf "$root/etc/resolv.conf"
}

# inside ROOT ONLINE COMMAND: runs the command in the root, with processes and mounts of its own, so that
# nothing is left of them afterwards.
inside() {
  local isolation=(--mount --pid --fork --kill-child)
  $2 || isolation+=(--net)
  # shellcheck disable=SC2016  # the inner shell expands it
  unshare "${isolation[@]}" bash -euc '
    root=$1 command=$2
    mount --make-rprivate /
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mount -t tmpfs tmpfs "$root/tmp"
    ip link set lo up 2>/dev/null || true
    exec env -i HOME=/root TERM=dumb LANG=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin \
      NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt \
      chroot "$root" bash -c "$command"
  ' clean-root "$1" "$3"
}
