# Completion of the command signet in bash. What can be completed is what its own help says, so that
# this never falls behind it.
_signet() {
  local word=${COMP_WORDS[COMP_CWORD]} command=() help choices=""
  local index
  for ((index = 1; index < COMP_CWORD; ++index)); do
    [[ ${COMP_WORDS[index]} == [a-z]* ]] || break
    command+=("${COMP_WORDS[index]}")
  done
  help=$("${COMP_WORDS[0]}" "${command[@]}" --help 2>/dev/null) || return 0
  if [[ $word == -* ]]; then
    choices=$(grep -oE '^  [^ ]*--[a-z0-9-]+' <<<"$help" | grep -oE '\-\-[a-z0-9-]+')
  elif [[ $help == *$'\nSubcommands:'* ]]; then
    choices=$(sed -n '/^Subcommands:/,$s/^  \([a-z][a-z-]*\) .*/\1/p' <<<"$help")
  fi
  mapfile -t COMPREPLY < <(compgen -W "$choices" -- "$word")
}
complete -o bashdefault -o default -F _signet signet
