
# ---- names that are made of several: SCENARIO:VARIANT, KERNEL+PATCH, --option=value, name=value ----
# bash takes ':' and '=' for ends of words. This makes the words of the line as they were meant, has
# the function above complete the last one, and leaves out of the answer what readline keeps.
if [ -n "$BASH_VERSION" ]; then
  _lastwords_cases="@CASES@"
  _lastwords_patches="@PATCHES@"

  # The variants of the scenario that is on the line.
  function _lastwords_variants() {
    local word
    for word in "${COMP_WORDS[@]}"; do
      compgen -W "$_lastwords_cases" -- "${word%%:*}:" | sed 's/^[^:]*://'
    done
  }

  function _lastwords_tab() {
    local line=${COMP_LINE:0:COMP_POINT} last kept word i
    local -a words
    read -r -a words <<<"$line"
    [[ $line == *[[:space:]] ]] && words+=("")
    last=${words[${#words[@]} - 1]}
    if [[ $last == --*=* ]]; then
      words[${#words[@]} - 1]=${last%%=*}
      last=${last#*=}
      words+=("$last")
    fi
    COMP_WORDS=("${words[@]}")
    COMP_CWORD=$((${#words[@]} - 1))
    COMPREPLY=()
    if [[ ${words[COMP_CWORD - 1]} == --variant ]]; then
      COMPREPLY=($(compgen -W "$(_lastwords_variants)" -- "$last"))
    elif [[ $last == *+* ]]; then
      COMPREPLY=($(compgen -P "${last%+*}+" -W "$_lastwords_patches" -- "${last##*+}"))
    elif [[ $last == *:* ]]; then
      COMPREPLY=($(compgen -W "$_lastwords_cases" -- "$last"))
    else
      _complete_lastwords
    fi
    kept=${last%"${last##*[:=]}"}
    for i in "${!COMPREPLY[@]}"; do
      COMPREPLY[i]=${COMPREPLY[i]#"$kept"}
    done
    if [[ ${#COMPREPLY[@]} -eq 0 ]]; then
      compopt -o default 2>/dev/null
    elif [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]]; then
      compopt -o nospace 2>/dev/null
    fi
    return 0
  }

  complete -F _lastwords_tab -o default lastwords
fi
