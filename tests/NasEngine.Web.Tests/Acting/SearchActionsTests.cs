using NasEngine.Contracts;
using NasEngine.Host.Commands;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading;
using NasEngine.Pipeline.Workspaces;
using NasEngine.Web.Acting;
using NasEngine.Web.Tests.Programs;

namespace NasEngine.Web.Tests.Acting;

/// <summary>What a page wishes of a search goes the way of the commands, and what they would say is what it says.</summary>
public sealed class SearchActionsTests : IDisposable
{
    private readonly TestWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData(Wish.Pause)]
    [InlineData(Wish.Stop)]
    internal async Task What_does_not_run_can_be_neither_paused_nor_stopped_and_says_why(Wish wish)
    {
        var halfway = _workspace.Begin("halfway", 3);
        var done = _workspace.Begin("done", 40);
        done.Complete(7);

        await ShouldRefuse(wish, halfway, "Search 'halfway' does not run: it is interrupted.");
        await ShouldRefuse(wish, done, "Search 'done' does not run: it is completed.");
        new RequestFolder(_workspace.Folder).Waiting.Should().BeEmpty();
    }

    [Fact]
    public async Task A_running_search_is_asked_to_pause_by_a_request_and_its_answer_is_what_the_page_says()
    {
        using var run = new AnsweringRun(_workspace, _workspace.Begin("live", 3));

        var said = DoAsync(Wish.Pause, run.Search);

        (await run.AnswerAsync("Search 'live' is paused.", then: "paused")).Should().Be(new RunRequest(RequestKind.Pause, "live"));
        (await said).Should().Be("Search 'live' is paused.");
    }

    [Fact]
    public async Task A_paused_search_goes_on_by_a_request_to_the_process_that_has_it()
    {
        using var run = new AnsweringRun(_workspace, _workspace.Begin("live", 3));
        run.Search.Be("paused");

        var said = DoAsync(Wish.Resume, run.Search);

        (await run.AnswerAsync("Search 'live' goes on.", then: "searching")).Should().Be(new RunRequest(RequestKind.Resume, "live"));
        (await said).Should().Be("Search 'live' goes on.");
    }

    [Fact]
    public async Task A_plugin_is_swapped_by_the_process_that_runs_the_search()
    {
        var search = _workspace.Begin("live", 3);
        await FluentActions.Awaiting(() => SayAsync(Wish.Swap, search, "random")).Should().ThrowAsync<InputException>()
            .WithMessage("Search 'live' does not run: it is interrupted.");
        using var run = new AnsweringRun(_workspace, search);

        var said = SayAsync(Wish.Swap, search, "random");

        (await run.AnswerAsync("Plugin 'random' was swapped.")).Should().Be(new RunRequest(RequestKind.Swap, "random"));
        (await said).Should().Be("Plugin 'random' was swapped.");
    }

    [Fact]
    public async Task A_note_is_written_by_the_process_that_runs_the_search()
    {
        using var run = new AnsweringRun(_workspace, _workspace.Begin("live", 3));

        var said = SayAsync(Wish.Note, run.Search, "two\nlines", 2);

        (await run.AnswerAsync("Noted.")).Should().Be(new RunRequest(RequestKind.Note, "live", "2 two lines"));
        (await said).Should().Be("Noted.");
    }

    [Fact]
    public async Task A_note_of_a_search_that_does_not_run_is_in_its_journal_and_of_a_trial_that_is_not_there_nowhere()
    {
        var search = _workspace.Begin("halfway", 3);

        (await SayAsync(Wish.Note, search, "odd", 2)).Should().Be("Noted of trial 2 of search 'halfway'.");

        using var journal = SearchJournal.OpenToRead(_workspace.Folder)!;
        SearchHistory.Read(journal, journal.Find("halfway")!).Notes.Select(note => (note.Text, note.Candidate)).Should().Equal(("odd", 2L));
        await FluentActions.Awaiting(() => SayAsync(Wish.Note, search, "odd", 3)).Should().ThrowAsync<InputException>().WithMessage("There is no trial 3*");
    }

    [Theory]
    [InlineData("nas export one --to FILE.onnx --trial 7", 7L, 0)]
    [InlineData("nas export one --to FILE.onnx --runner-up 2", null, 2)]
    [InlineData("nas export one --to FILE.onnx", null, 0)]
    public void A_page_says_which_command_writes_the_same_model(string expected, long? trial, int rank) =>
        WishText.Command(Wish.Export, "one", new WishDetails([], "", trial, rank)).Should().Be(expected);

    [Fact]
    public void What_a_page_says_of_a_note_can_be_pasted_into_a_shell() =>
        WishText.Command(Wish.Note, "one", new WishDetails([], "it's odd", 7)).Should().Be("nas note one 'it'\\''s odd' --trial 7");

    [Fact]
    public async Task What_a_run_refuses_is_the_reason_on_the_page()
    {
        using var run = new AnsweringRun(_workspace, _workspace.Begin("live", 3));

        var said = DoAsync(Wish.Stop, run.Search);

        await run.AnswerAsync("It is too late.", good: false);
        (await FluentActions.Awaiting(() => said).Should().ThrowAsync<InputException>()).Which.Message.Should().Be("It is too late.");
    }

    [Fact]
    public async Task A_budget_is_raised_and_not_lowered_and_not_while_the_search_runs()
    {
        var halfway = _workspace.Begin("halfway", 3);

        await ShouldRefuse(Wish.Raise, halfway, "Search 'halfway' has trials=40 already; a budget can be raised, not lowered to 9.", "trials=9");
        await ShouldRefuse(Wish.Raise, halfway, "--budget trials=many: 'many' is not a whole number.", "trials=many");
        using var run = new AnsweringRun(_workspace, halfway);
        await ShouldRefuse(Wish.Raise, halfway, "Search 'halfway' runs; its budget can be raised when it has stopped: nas stop halfway.", "trials=90");
    }

    [Theory]
    [InlineData("running", "Pause,Stop,Swap,Note")]
    [InlineData("paused", "Resume,Stop,Swap,Note")]
    [InlineData("interrupted", "Resume,Raise,Note")]
    [InlineData("failed", "Resume,Raise,Note")]
    [InlineData("completed", "Export,Retrain,Raise,Note")]
    public void Every_state_offers_what_makes_sense_in_it(string state, string expected) => string.Join(',', WishText.Of(state)).Should().Be(expected);

    [Theory]
    [InlineData("completed", null, null, false, true, "Export,Retrain,Raise,Note")]
    [InlineData("completed", null, null, false, false, "Raise,Note")]
    [InlineData("completed", null, null, true, true, "Export,Note")]
    [InlineData("interrupted", null, null, true, true, "Note")]
    [InlineData("running", 3L, null, false, true, "Note,Export,Retrain")]
    [InlineData("completed", 3L, null, false, false, "Note,Export")]
    [InlineData("completed", null, 1L, false, true, "Export,Retrain")]
    public void A_page_offers_what_its_search_can_do(string state, long? trial, long? rank, bool derived, bool trained, string expected) =>
        string.Join(',', WishText.Of(state, trial, rank, derived, trained)).Should().Be(expected);

    [Theory]
    [InlineData("waiting", "Raise,Note")]
    [InlineData("failed", "Resume,Raise,Note")]
    public void A_search_that_is_told_its_results_goes_on_by_asking_and_not_by_a_button(string state, string expected) =>
        string.Join(',', WishText.Of(state, null, null, isDerived: false, isTrained: false, isTold: true)).Should().Be(expected);

    [Theory]
    [InlineData("nas retrain one --trial 7 --epochs=20", 7L, 0, "20")]
    [InlineData("nas retrain one --runner-up 2", null, 2, "")]
    [InlineData("nas retrain one", null, 0, "")]
    public void A_page_says_which_command_trains_the_same_network(string expected, long? trial, int rank, string epochs) =>
        WishText.Command(Wish.Retrain, "one", new WishDetails([], epochs, trial, rank)).Should().Be(expected);

    [Fact]
    public void The_limits_are_those_of_the_budget_as_they_are_typed()
    {
        var budget = new Budget(40) { Trials = 40, Time = TimeSpan.FromHours(1.5) };
        var typed = WishText.Limits(budget);

        typed.Select(limit => limit.Text).Should().Equal("trials=40", "time=90m");
        RaisedBudget.Of("x", budget, [.. typed.Select(limit => limit.Text)]).Should().Be(budget);
        typed.Should().OnlyContain(limit => !limit.IsChanged);
    }

    private Task<string> DoAsync(Wish wish, TestSearch search, params string[] budget) =>
        new SearchActions(new ServeOptions(_workspace.Folder, [], null, 0, false)).DoAsync(wish, search.Identity, new WishDetails(budget), CancellationToken.None);

    private Task<string> SayAsync(Wish wish, TestSearch search, string text, long? trial = null) =>
        new SearchActions(new ServeOptions(_workspace.Folder, [], null, 0, false))
            .DoAsync(wish, search.Identity, new WishDetails([], text, trial), CancellationToken.None);

    private async Task ShouldRefuse(Wish wish, TestSearch search, string expected, params string[] budget) =>
        (await FluentActions.Awaiting(() => DoAsync(wish, search, budget)).Should().ThrowAsync<InputException>()).Which.Message.Should().Be(expected);
}
