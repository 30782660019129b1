using NasEngine.Contracts;
using NasEngine.Pipeline.Reading;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Tests.Following;
using NasEngine.Pipeline.Tests.Toys;
using NasEngine.Search;

namespace NasEngine.Pipeline.Tests;

/// <summary>What people write down of a search is in its journal, and nothing else of it changes.</summary>
public sealed class NoteTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_search_that_runs_takes_notes_and_ends_as_one_without()
    {
        using var undisturbed = new Workspace();
        await undisturbed.RunAsync(ToyParts.Spec());
        var told = false;
        _workspace.Observer.OnChanged = state =>
        {
            if (!told && state.ObservedCount >= 10)
            {
                told = _workspace.Swaps.Note("as expected", null) && _workspace.Swaps.Note("suspicious", 3);
            }
        };
        await _workspace.RunAsync(ToyParts.Spec(), stopAt: 20);

        await _workspace.RunAsync(ToyParts.Spec());

        _workspace.Story().Should().Be(undisturbed.Story());
        _workspace.Read().Notes.Select(note => (note.Text, note.Candidate)).Should().Equal(("as expected", null), ("suspicious", 3L));
        _workspace.Follow().Notes.Should().Equal(_workspace.Read().Notes);
    }

    [Fact]
    public async Task A_search_that_is_over_takes_notes_and_stays_as_it_is()
    {
        _workspace.Settings = _workspace.Settings with { SnapshotEvery = 10 };
        await _workspace.RunAsync(ToyParts.Spec());
        var before = _workspace.Story();
        var follower = _workspace.State();

        new SearchChanges(_workspace.Folder, TimeProvider.System).Note("toy", "done well", null);

        _workspace.Story().Should().Be(before);
        _workspace.State(follower).State!.Phase.Should().Be(SearchPhase.Completed);
        using var journal = Journal.SearchJournal.OpenToRead(_workspace.Folder)!;
        HistoryEnd.Read(journal, journal.Find("toy")!, trials: 3)!.Notes.Select(note => note.Text).Should().Equal("done well");
        await _workspace.RunAsync(ToyParts.Spec(budget: 60));
        _workspace.State().State!.ObservedCount.Should().Be(60, "it goes on with more to spend");
        _workspace.Read().Notes.Should().ContainSingle();
    }

    [Fact]
    public async Task A_search_that_failed_has_failed_with_a_note_too()
    {
        _workspace.Settings = _workspace.Settings with { FailuresInARow = 3 };
        _workspace.Parts.BeforeTraining = candidate => _ = candidate.Number >= 5 ? throw new InvalidOperationException("lost") : 0;
        await _workspace.RunAsync(ToyParts.Spec());

        new SearchChanges(_workspace.Folder, TimeProvider.System).Note("toy", "the disk was full", null);

        _workspace.State().State!.Phase.Should().Be(SearchPhase.Failed);
        _workspace.Read().Failure.Should().Contain("in a row");
    }

    [Theory]
    [InlineData("two\nlines\tand more ", "two lines and more")]
    [InlineData("a\u001b[31mred", "a [31mred")]
    public void A_note_is_one_line_of_text(string text, string expected) => NoteText.Check(text).Should().Be(expected);

    [Fact]
    public void What_is_none_is_refused()
    {
        FluentActions.Invoking(() => NoteText.Check(" \n")).Should().Throw<InputException>().WithMessage("The note is empty*");
        FluentActions.Invoking(() => NoteText.Check(new string('a', 2001))).Should().Throw<InputException>().WithMessage("*2000 are the most*");
        FluentActions.Invoking(() => NoteText.Check(0, new SearchState(ToyParts.Spec()))).Should().Throw<InputException>()
            .WithMessage("There is no trial 0: nothing was proposed yet.");
    }
}
