using System.CommandLine;
using System.CommandLine.Completions;

namespace NasEngine.Host.Commands.Help;

/// <summary>
/// Scripts that complete command lines in a shell. Commands, options and their words stand in the script, so that nothing is started for
/// them; the names of searches are asked of the program. Pure: made of the commands alone.
/// </summary>
internal static class Completion
{
    /// <summary>For bash: <c>source &lt;(nas completion bash)</c>.</summary>
    public static string Bash(RootCommand root) => $$"""
        # Completion of nas for bash: source <(nas completion bash)
        _nas_names() { "$1" list --names "${@:2}" 2>/dev/null; }
        _nas() {
          local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} path= workspace=() words= i
          for ((i = 1; i < COMP_CWORD; i++)); do
            case "$path ${COMP_WORDS[i]}" in
              {{Paths(root)}}) path="$path ${COMP_WORDS[i]}" ;;
            esac
            case "${COMP_WORDS[i]}" in
              -w|--workspace) workspace=(--workspace "${COMP_WORDS[i+1]}") ;;
            esac
          done
          case "$previous" in
            {{Lines(Values(root, "COMPREPLY=($(compgen -W \"", "\" -- \"$current\")); return ;;"), 4)}}
          esac
          case "$path" in
            {{Lines(Words(root, "words"), 4)}}
          esac
          case "$path" in
            {{Searches(root)}}) [[ $current == -* ]] || words="$words $(_nas_names "${COMP_WORDS[0]}" "${workspace[@]}")" ;;
          esac
          COMPREPLY=($(compgen -W "$words" -- "$current"))
        }
        complete -o bashdefault -o default -F _nas nas ./nas

        """.ReplaceLineEndings("\n");

    /// <summary>For zsh: <c>source &lt;(nas completion zsh)</c>.</summary>
    public static string Zsh(RootCommand root) => $$"""
        # Completion of nas for zsh: source <(nas completion zsh)
        _nas() {
          local program=$words[1] previous=$words[CURRENT-1] route= i
          local -a workspace candidates
          for ((i = 2; i < CURRENT; i++)); do
            case "$route $words[i]" in
              {{Paths(root)}}) route="$route $words[i]" ;;
            esac
            case "$words[i]" in
              -w|--workspace) workspace=(--workspace "$words[i+1]") ;;
            esac
          done
          local found=
          () {
            local offer=
            case "$previous" in
              {{Lines(Values(root, "found=\"", "\"; return ;;"), 6)}}
            esac
            case "$route" in
              {{Lines(Words(root, "offer"), 6)}}
            esac
            found=$offer
          }
          candidates=(${=found})
          case "$route" in
            {{Searches(root)}}) [[ $words[CURRENT] == -* ]] || candidates+=(${(f)"$("$program" list --names $workspace 2>/dev/null)"}) ;;
          esac
          (( $#candidates )) && compadd -- $candidates || _files
        }
        (( $+functions[compdef] )) || { autoload -Uz compinit; compinit; }
        compdef _nas nas ./nas

        """.ReplaceLineEndings("\n");

    private static IEnumerable<(string Path, Command Command)> All(Command command, string path = "") => command.Subcommands
        .Where(one => !one.Hidden)
        .SelectMany(one => All(one, $"{path} {one.Name}"))
        .Prepend((path, command));

    private static string Paths(RootCommand root) => string.Join('|', All(root).Skip(1).Select(one => $"\"{one.Path}\""));

    private static string Searches(RootCommand root) => string.Join('|', All(root)
        .Where(one => one.Command.Arguments.Any(argument => argument.Name is "search" or "searches"))
        .Select(one => $"\"{one.Path}\""));

    private static IEnumerable<string> Words(RootCommand root, string variable) => All(root).Select(one =>
        $"\"{one.Path}\") {variable}=\"{string.Join(' ', WordsOf(one.Command))}\" ;;");

    private static IEnumerable<string> WordsOf(Command command) => command.Subcommands.Where(one => !one.Hidden).Select(one => one.Name)
        .Concat(command.Arguments.SelectMany(argument => argument.GetCompletions(CompletionContext.Empty)).Select(item => item.Label))
        .Concat(HelpText.OptionsOf(command).Where(option => !option.Hidden).Select(option => option.Name));

    /// <summary>Options that take one of some words, which are offered after them.</summary>
    private static IEnumerable<string> Values(RootCommand root, string before, string after) =>
        All(root).SelectMany(one => one.Command.Options).Distinct()
        .Where(option => option.ValueType != typeof(bool))
        .Select(option => (option.Name, Words: option.GetCompletions(CompletionContext.Empty).Select(item => item.Label).ToArray()))
        .Where(option => option.Words.Length > 0)
        .Select(option => $"{option.Name}) {before}{string.Join(' ', option.Words)}{after}");

    private static string Lines(IEnumerable<string> lines, int indent) => string.Join("\n" + new string(' ', indent), lines);
}
