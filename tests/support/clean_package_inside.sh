# What tests/clean-package does inside of the root.
# shellcheck shell=bash
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive MOZ_HEADLESS=1 HOME=/root/person
apt() {
  apt-get -qq -o Dpkg::Use-Pty=0 "$@" >/root/apt.log 2>&1 || { cat /root/apt.log >&2; return 1; }
}
fail() {
  echo "FAILED: $*" >&2
  exit 1
}
add_on=signet@smime.module

# with_thunderbird PROFILE QUESTION: starts it, until the question has an answer, and ends it.
with_thunderbird() {
  local profile=$1 question=$2 thunderbird
  mkdir -p "$HOME" "$profile"
  thunderbird --headless --no-remote --profile "$profile" >/root/thunderbird.log 2>&1 &
  thunderbird=$!
  local tries
  for ((tries = 0; tries < 240; tries++)); do
    kill -0 "$thunderbird" 2>/dev/null || fail "Thunderbird has ended: $(cat /root/thunderbird.log)"
    ! "$question" "$profile" || break
    sleep 0.5
  done
  [ "$tries" -lt 240 ] || fail "in $profile, never: $question"
  kill "$thunderbird"
  wait "$thunderbird" || true
}
# Written when the start is over.
has_started() { [ -s "$1/prefs.js" ] && [ -s "$1/extensions.json" ] && [ -s "$1/cert9.db" ]; }
state() {
  ADD_ON=$add_on perl -MJSON::PP -0777 -ne '
    my ($found) = grep { $_->{id} eq $ENV{ADD_ON} } @{decode_json($_)->{addons}};
    print $found ? ($found->{active} ? "active" : "inactive") : "absent"' "$1/extensions.json"
}
# The library lies in the profile when the add-on has loaded the module.
has_signet() {
  has_started "$1" && [ "$(state "$1")" = active ] && compgen -G "$1/signet/libsignet-*.so" >/dev/null &&
    [ -s "$1/signet-seen.sqlite" ]
}
has_not_signet() { has_started "$1" && [ "$(state "$1")" = absent ]; }

apt update
apt install -y --no-install-recommends thunderbird libnss3-tools openssl libjson-pp-perl
before=/root/person/before
new=/root/person/new

echo "A Thunderbird in use: a profile with a certificate, its key, trust and settings"
with_thunderbird "$before" has_started
openssl req -x509 -newkey rsa:2048 -nodes -keyout /root/key.pem -out /root/bob.pem -days 30 \
  -subj "/CN=Bob/emailAddress=bob@example.org" 2>/root/openssl.log
openssl pkcs12 -export -inkey /root/key.pem -in /root/bob.pem -name Bob -passout pass:x -out /root/bob.p12
pk12util -i /root/bob.p12 -d "sql:$before" -W x -K "" >/root/pk12util.log
certutil -M -d "sql:$before" -n Bob -t ,C,
cat >>"$before/prefs.js" <<'PREFS'
user_pref("mail.identity.id1.signing_cert_name", "Bob");
user_pref("mail.identity.id1.sign_mail", true);
user_pref("extensions.signet.validation.crls", true);
PREFS
kept() {
  certutil -L -d "sql:$before"
  certutil -K -d "sql:$before"
  grep -E '"(mail\.identity\.|extensions\.signet\.validation)' "$before/prefs.js" | sort
}
kept >/root/kept-before

echo "apt install ./signet.deb"
apt install -y --no-install-recommends /root/signet.deb
signet --version
signet verify --help >/dev/null
for file in man/man1/signet.1.gz bash-completion/completions/signet doc/signet/copyright \
  metainfo/signet_smime_module.metainfo.xml; do
  [ -s "/usr/share/$file" ] || [[ $file == man/* || $file == doc/* ]] || fail "/usr/share/$file is missing"
done
with_thunderbird "$before" has_signet
echo "  the profile from before has it at the next start"
with_thunderbird "$new" has_signet
echo "  a new profile has it at the first start"

echo "apt remove signet"
apt remove -y signet
[ ! -e "/usr/lib/thunderbird/extensions/$add_on.xpi" ] || fail "the add-on is left"
for profile in "$before" "$new"; do
  with_thunderbird "$profile" has_not_signet
done
echo "  Thunderbird starts without it"
kept >/root/kept-after
diff /root/kept-before /root/kept-after || fail "the profile has changed"
echo "  certificates, keys, trust and settings are what they were"
echo passed
