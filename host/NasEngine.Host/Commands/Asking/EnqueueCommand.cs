using System.CommandLine;
using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Host.Commands.Reading;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading.Following;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Workspaces;
using NasEngine.Search;

namespace NasEngine.Host.Commands.Asking;

/// <summary><c>nas enqueue NAME ARCHITECTURE …</c>: architectures that are the next trials of a search.</summary>
internal static class EnqueueCommand
{
    private static readonly Argument<string[]> Architectures = new("architectures")
    {
        Description = "Architectures in the text form of the search's space, as 'nas trials' prints them.",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Command Create()
    {
        var command = new Command(
            "enqueue", "Let a search try these architectures next, before what its strategy proposes; the strategy learns of them.")
        {
            SearchArgument.Id, Architectures, CommonOptions.Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        using var opened = OpenedSearch.Of(parsed);
        var name = opened.Header.Spec.Name;
        MustTakeMore(opened);
        SearchEvent[] wished = [.. parsed.GetValue(Architectures)!.Select(text => new Enqueued(opened.Space.Parse(text)))];
        MustHaveRoom(opened, wished.Length);
        using (WorkspaceLock.Take(opened.Workspace))
        {
            using var journal = SearchJournal.OpenToWrite(opened.Workspace);
            var reader = new EventReader(journal, opened.Header);
            reader.Check();
            using var writer = new EventWriter(journal, opened.Header, reader);
            writer.Append(new Commit(wished, TimeProvider.System.GetUtcNow(), 0, opened.Header.State, null));
        }

        Screen.Of(parsed).Line(!parsed.GetValue(CommonOptions.Json)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"Search '{name}' tries {wished.Length} next when it goes on: {ResumeHint.Of(opened.Header.Spec)}")
            : JsonText.Write(json =>
            {
                json.WriteString("search", name);
                json.WriteNumber("enqueued", wished.Length);
            }));
        return ExitCode.Done;
    }

    /// <exception cref="InputException">It runs, it is over, or what it proposes is not to be counted with trials of others.</exception>
    private static void MustTakeMore(OpenedSearch opened)
    {
        var (spec, state) = (opened.Header.Spec, opened.State);
        switch (state)
        {
            case "running" or "paused":
                throw new InputException($"Search '{spec.Name}' is {state}; stop it first: nas stop {spec.Name}.");
            case "completed":
                throw new InputException(
                    $"Search '{spec.Name}' is completed; give it more to spend first: nas resume {spec.Name} --budget trials=N.");
            case "failed":
                throw new InputException($"Search '{spec.Name}' has failed; go on with it first: nas resume {spec.Name}.");
        }

        if (SearchParts.Make(spec, opened.Services.Catalog, measured: MeasuredHere.Read(opened.Workspace)).Strategy.Kind.HasSupernet())
        {
            throw new InputException(
                $"Strategy '{spec.Strategy.Id}' of search '{spec.Name}' trains a supernet; only searches of trials take others.");
        }

        if (spec.Budget.Epochs is not null)
        {
            throw new InputException(
                $"The budget of search '{spec.Name}' counts epochs, and its strategy alone says how many a trial has.");
        }
    }

    /// <exception cref="InputException">The budget has fewer trials left than are wished for.</exception>
    private static void MustHaveRoom(OpenedSearch opened, int wished)
    {
        var follower = new StateFollower(null, null);
        follower.Advance(opened.Journal, opened.Header);
        var (spec, state) = (opened.Header.Spec, follower.State!);
        if (spec.Budget.Trials - state.Spent.Trials - state.Queue.Length is { } room && room < wished)
        {
            throw new InputException(string.Create(
                CultureInfo.InvariantCulture,
                $"The budget of search '{spec.Name}' has room for {room} more trials, and {wished} would not fit; enqueue fewer, or give "
                + $"it more to spend first: nas resume {spec.Name} --budget trials={spec.Budget.Trials + wished - room}."));
        }
    }
}
