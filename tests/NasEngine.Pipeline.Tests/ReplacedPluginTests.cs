using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Tests.Toys;
using NasEngine.Search;

namespace NasEngine.Pipeline.Tests;

/// <summary>Searches that are resumed with other plugins than they ran on.</summary>
public sealed class ReplacedPluginTests : IDisposable
{
    private readonly Workspace _workspace = new() { Plugins = { ["toys"] = "aa", ["more"] = "bb" } };

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_search_whose_plugin_was_replaced_is_refused_in_one_sentence_and_nothing_is_written()
    {
        await _workspace.RunAsync(ToyParts.Spec(), stopAt: 9);
        var events = Events();
        _workspace.Plugins["toys"] = "cc";

        var act = () => _workspace.RunAsync(ToyParts.Spec());

        (await act.Should().ThrowAsync<InputException>()).Which.Message.Should().Be(
            "Search 'toy' ran on other files of plugin 'toys' (SHA-256 cc, was aa); bring them back, or go on with those there are now: --accept-plugins.");
        Events().Should().HaveSameCount(events);
    }

    [Fact]
    public async Task All_plugins_that_were_replaced_are_named()
    {
        await _workspace.RunAsync(ToyParts.Spec(), stopAt: 9);
        (_workspace.Plugins["toys"], _workspace.Plugins["new"]) = ("cc", "dd");

        var act = () => _workspace.RunAsync(ToyParts.Spec());

        await act.Should().ThrowAsync<InputException>().WithMessage(
            "*plugin 'new' (SHA-256 dd, was not used) and plugin 'toys' (SHA-256 cc, was aa); bring them back*");
    }

    [Fact]
    public async Task The_users_consent_is_in_the_journal_and_holds_until_the_next_change()
    {
        await _workspace.RunAsync(ToyParts.Spec(), stopAt: 9);
        _workspace.Plugins["toys"] = "cc";
        _workspace.AcceptPlugins = true;
        await _workspace.RunAsync(ToyParts.Spec(), stopAt: 15);
        Events().OfType<PluginsChanged>().Should().ContainSingle().Which.Changes.Should().Equal(new PluginChange("toys", "aa", "cc"));

        _workspace.AcceptPlugins = false;
        await _workspace.RunAsync(ToyParts.Spec(), stopAt: 20);
        _workspace.Plugins["toys"] = "aa";
        var back = () => _workspace.RunAsync(ToyParts.Spec());
        await back.Should().ThrowAsync<InputException>().WithMessage("*plugin 'toys' (SHA-256 aa, was cc)*");

        _workspace.Plugins["toys"] = "cc";
        (await _workspace.RunAsync(ToyParts.Spec())).State.Phase.Should().Be(SearchPhase.Completed);
    }

    [Fact]
    public async Task A_hash_that_was_altered_in_the_journal_is_told_as_damage_and_not_as_a_replaced_plugin()
    {
        await _workspace.RunAsync(ToyParts.Spec(), stopAt: 9);
        _workspace.Plugins["toys"] = "cc";
        _workspace.AcceptPlugins = true;
        await _workspace.RunAsync(ToyParts.Spec(), stopAt: 15);
        _workspace.AcceptPlugins = false;
        _workspace.Execute("UPDATE events SET payload = unhex(replace(hex(payload), hex('cc'), hex('cd')))");

        var act = () => _workspace.RunAsync(ToyParts.Spec());

        await act.Should().ThrowAsync<InputException>().WithMessage("*event * of search 'toy' was altered*");
    }

    [Theory]
    [InlineData(WorkKind.Trials)]
    [InlineData(WorkKind.SupernetSteps)]
    public async Task Plugins_that_decide_as_the_old_ones_did_change_nothing_of_what_is_found(WorkKind kind)
    {
        using var undisturbed = new Workspace();
        await undisturbed.RunAsync(ToyParts.Spec(kind));
        _workspace.AcceptPlugins = true;
        foreach (var at in new long[] { 3, 12, 21, 30 })
        {
            await _workspace.RunAsync(ToyParts.Spec(kind), stopAt: at);
            _workspace.Plugins["toys"] += "c";
        }

        await _workspace.RunAsync(ToyParts.Spec(kind));

        _workspace.Story().Should().Be(undisturbed.Story());
        Events().OfType<PluginsChanged>().Should().HaveCount(4);
    }

    [Fact]
    public async Task What_came_before_the_change_is_not_asked_of_the_new_plugin_again()
    {
        await _workspace.RunAsync(ToyParts.Spec(), stopAt: 20);
        _workspace.Plugins["toys"] = "cc";
        _workspace.AcceptPlugins = true;
        await _workspace.RunAsync(ToyParts.Spec(), stopAt: 30);
        var asked = new List<long>();
        _workspace.Parts.OnPropose = context => asked.Add(context.Number);

        await _workspace.RunAsync(ToyParts.Spec());

        asked.Min().Should().BeGreaterThan(20);
    }

    [Fact]
    public async Task A_completed_search_returns_what_it_found_whatever_became_of_its_plugins()
    {
        await _workspace.RunAsync(ToyParts.Spec());
        _workspace.Plugins["toys"] = "cc";

        (await _workspace.RunAsync(ToyParts.Spec())).State.Phase.Should().Be(SearchPhase.Completed);
    }

    private SearchEvent[] Events()
    {
        using var journal = SearchJournal.OpenToRead(_workspace.Folder)!;
        return [.. new EventReader(journal, journal.Find("toy")!).Read().Select(one => one.Event)];
    }
}
