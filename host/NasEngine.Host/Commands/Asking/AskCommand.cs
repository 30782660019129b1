using System.CommandLine;
using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Host.Asking;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;

namespace NasEngine.Host.Commands.Asking;

/// <summary><c>nas ask NAME</c>: hands out a trial of a search whose trials are measured elsewhere.</summary>
internal static class AskCommand
{
    private static readonly Option<long?> Again = new Option<long?>("--trial")
    {
        Description = "Show this trial again, which was handed out and is not told.",
        HelpName = "NUMBER",
    }.Within(0);

    public static Command Create()
    {
        var command = new Command("ask", "Hand out the next trial of a search whose trials are trained elsewhere: .Estimator(\"told\").")
        {
            SearchArgument.Id, Again, CommonOptions.Json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        using var search = await AskedSearch.OpenAsync(parsed, TimeProvider.System, cancellation).ConfigureAwait(false);
        var candidate = parsed.GetValue(Again) is { } number
            ? Open(search, number)
            : await NextAsync(search, cancellation).ConfigureAwait(false);
        var state = candidate is not null ? "open" : search.IsOver ? search.Header.State : "waiting";
        var screen = Screen.Of(parsed);
        if (!parsed.GetValue(CommonOptions.Json))
        {
            screen.Lines(candidate is not null ? AskedTrial.Lines(candidate, search.Space) : [Nothing(search)]);
            return ExitCode.Done;
        }

        screen.Line(JsonText.Write(json =>
        {
            json.WriteString("search", search.Header.Spec.Name);
            json.WriteString("state", state);
            if (candidate is null)
            {
                json.WriteNull("trial");
                return;
            }

            json.WriteStartObject("trial");
            AskedTrial.Write(json, candidate, search.Space);
            json.WriteEndObject();
        }));
        return ExitCode.Done;
    }

    /// <summary>The first open trial that nobody has; where there is none, the strategy is asked for more.</summary>
    private static async Task<Candidate?> NextAsync(AskedSearch search, CancellationToken cancellation)
    {
        var given = search.HandedOut.Read();
        Candidate? Free() => search.Open.FirstOrDefault(candidate => !given.Contains(candidate.Number));
        if (Free() is null && !search.IsOver)
        {
            await search.AdvanceAsync(null, null, cancellation).ConfigureAwait(false);
        }

        if (Free() is not { } free)
        {
            return null;
        }

        search.HandedOut.Write([.. search.Open.Select(candidate => candidate.Number).Where(given.Contains), free.Number]);
        return free;
    }

    private static Candidate Open(AskedSearch search, long number) => search.Open.FirstOrDefault(candidate => candidate.Number == number)
        ?? throw new InputException(
            $"Trial {number} of search '{search.Header.Spec.Name}' is not open; open are {Numbers(search, "none")}.");

    private static string Nothing(AskedSearch search) => search.IsOver
        ? $"Search '{search.Header.Spec.Name}' is {search.Header.State}; nas best {search.Header.Spec.Name} shows what it found."
        : $"All open trials of search '{search.Header.Spec.Name}' are handed out: {Numbers(search, "none")}. Tell what came of one: "
            + $"nas tell {search.Header.Spec.Name} NUMBER METRIC=VALUE";

    private static string Numbers(AskedSearch search, string none) => string.Join(
        ", ", search.Open.Select(candidate => candidate.Number.ToString(CultureInfo.InvariantCulture)).DefaultIfEmpty(none));
}
