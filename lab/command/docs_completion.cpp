#include "lab/command/docs_text.h"

namespace lab::command {

// The shells ask the program itself (`lab docs complete`), whose first line says whether files are
// meant as well, and whose others are words: what they say is quoted and never expanded.

std::string bash_completion() {
  return R"bash(# Completion of `lab` for bash; made by `lab docs bash`.
_lab() {
  local IFS=$'\n' i word words=() files line
  # bash takes = and : for words of their own
  for ((i = 0; i <= COMP_CWORD; ++i)); do
    word=${COMP_WORDS[i]}
    if ((i > 1)) && [[ $word == [=:]* || ${COMP_WORDS[i - 1]} == [=:] ]] &&
       [[ $COMP_LINE == *"${COMP_WORDS[i - 1]}$word"* ]]; then
      words[${#words[@]} - 1]+=$word
    else
      words+=("$word")
    fi
  done
  # what bash replaces is its own last word, without a quote that is open
  local last=${COMP_WORDS[COMP_CWORD]} current=${words[${#words[@]} - 1]} quote=
  [[ $last == [\"\']* ]] && quote=${last:0:1}
  last=${last#"$quote"} current=${current#"$quote"}
  [[ $last == [=:] ]] && last=
  local there=${current%"$last"}
  words[${#words[@]} - 1]=$current
  COMPREPLY=()
  { read -r files
    while read -r line; do
      [[ $line == *[=.\[] ]] && compopt -o nospace 2>/dev/null
      line=${line#"$there"}
      case $quote in
        \') [[ $line == *\'* ]] || COMPREPLY+=("$line") ;;
        \") [[ $line == *[\$\`\\\"]* ]] || COMPREPLY+=("$line") ;;
        *) printf -v word %q "$line"; COMPREPLY+=("$word") ;;
      esac
    done
  } < <("${COMP_WORDS[0]/#\~/$HOME}" docs complete "${words[*]}" 2>/dev/null)
  if [[ $files == files ]]; then
    compopt -o filenames 2>/dev/null
    COMPREPLY+=($(compgen -f -- "$last"))
  fi
}
complete -F _lab lab
)bash";
}

std::string zsh_completion() {
  return R"zsh(#compdef lab
# Completion of `lab` for zsh; made by `lab docs zsh`: save it as _lab in a folder of $fpath, or
# source it after compinit.
_lab() {
  local -a offers whole begun
  local line="${(pj:\n:)${(@Q)words[1,CURRENT]}}"
  offers=("${(@f)$(${(Q)words[1]} docs complete "$line" 2>/dev/null)}")
  local files=$offers[1]
  shift offers
  whole=(${offers:#*[=.\[]})
  begun=(${(M)offers:#*[=.\[]})
  (( $#whole )) && compadd -- "${whole[@]}"
  (( $#begun )) && compadd -S '' -- "${begun[@]}"
  [[ $files == files ]] && _files
  return 0
}
if [[ $funcstack[1] == _lab ]]; then _lab "$@"; else compdef _lab lab; fi
)zsh";
}

std::string fish_completion() {
  return R"fish(# Completion of `lab` for fish; made by `lab docs fish`: save it as lab.fish in
# ~/.config/fish/completions.
function __lab_offers
    set -l words (commandline -opc)
    set -l program $words[1]
    set -l line $program
    for word in $words[2..-1] (commandline -ct)
        set line $line\n$word
    end
    set -l offers ($program docs complete $line 2>/dev/null)
    test (count $offers) -gt 1; and printf '%s\n' $offers[2..-1]
    test "$offers[1]" = files; and __fish_complete_path (commandline -ct)
end
complete -c lab -f -a '(__lab_offers)'
)fish";
}

}  // namespace lab::command
