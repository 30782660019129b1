using System.CommandLine;
using NasEngine.Contracts;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;
using NuGet.Configuration;

namespace NasEngine.Host.Commands.Plugins;

/// <summary><c>nas plugins search WORDS</c>: the plugins that feeds of NuGet have.</summary>
internal static class SearchCommand
{
    private static readonly Argument<string[]> Words = new("words")
    {
        Description = "Words that its name, its description, its tags or its authors have; none for all plugins.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string?> Feed = new("--feed")
    {
        Description = "Ask this feed alone, a folder of packages or an address (default: those that NuGet is configured with).",
        HelpName = "FEED",
    };

    public static Command Create()
    {
        var command = new Command("search", "Look for plugins in the feeds that NuGet is configured with.")
        {
            Words, Feed, CommonOptions.Json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var words = parsed.GetValue(Words) ?? [];
        var feeds = parsed.GetValue(Feed) is { } given ? [new PackageSource(Place(given), given)]
            : FeedSearch.ConfiguredFor(Environment.CurrentDirectory);
        var (found, silent) = (new List<OfferedPlugin>(), new List<string>());
        foreach (var feed in feeds)
        {
            try
            {
                found.AddRange(await FeedSearch.AskAsync(feed, words, cancellation).ConfigureAwait(false));
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                silent.Add($"Feed '{feed.Name}' cannot be asked: {Clause.Of(problem.Message)}.");
            }
        }

        if (feeds.Count == silent.Count)
        {
            throw new InputException(
                feeds.Count == 0 ? "NuGet is configured with no feed; add one: dotnet nuget add source URL" : silent[0]);
        }

        foreach (var line in silent)
        {
            parsed.InvocationConfiguration.Error.WriteLine(line);
        }

        Screen.Of(parsed).Lines(parsed.GetValue(CommonOptions.Json) ? [Json(found)] : Text(found, words, feeds));
        return ExitCode.Done;
    }

    private static string Place(string given) => given.Contains("://", StringComparison.Ordinal) ? given : Path.GetFullPath(given);

    private static IEnumerable<string> Text(List<OfferedPlugin> found, string[] words, IReadOnlyList<PackageSource> feeds)
    {
        if (found is [])
        {
            var with = words is [] ? "" : $" with '{string.Join(' ', words)}'";
            return [$"No plugin{with} is in {string.Join(", ", feeds.Select(feed => feed.Name))}."];
        }

        var widest = found.Max(one => one.Id.Length + one.Version.Length) + 1;
        return
        [
            .. found.Select(one => $"{$"{one.Id} {one.Version}".PadRight(widest)}  {one.Summary} ({one.Feed})"),
            $"Add one: nas plugins add {found[0].Id} --version {found[0].Version}",
        ];
    }

    private static string Json(List<OfferedPlugin> found) => JsonText.Write(json =>
    {
        json.WriteStartArray("packages");
        foreach (var one in found)
        {
            json.WriteStartObject();
            json.WriteString("id", one.Id);
            json.WriteString("version", one.Version);
            json.WriteString("summary", one.Summary);
            json.WriteString("feed", one.Feed);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
