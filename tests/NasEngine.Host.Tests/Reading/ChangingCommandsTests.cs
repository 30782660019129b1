using NasEngine.Contracts;
using NasEngine.Host.Tests.Programs;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Workspaces;

namespace NasEngine.Host.Tests.Reading;

/// <summary>Searches are renamed and deleted.</summary>
public sealed class ChangingCommandsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public ChangingCommandsTests()
    {
        MadeSearch.Write(_folder.Path, MadeSearch.Spec("old"), MadeSearch.Completed, "completed");
        MadeSearch.Write(_folder.Path, MadeSearch.Spec("part"), MadeSearch.Interrupted);
        MadeSearch.Write(_folder.Path, MadeSearch.Spec("old.worth-5-limit"), MadeSearch.Interrupted);
        foreach (var kind in new[] { "results", "checkpoints", "networks" })
        {
            Directory.CreateDirectory(_folder.Of($"{kind}/old"));
            _folder.Write($"{kind}/old/mine", kind);
        }

        new SearchLog(_folder.Path, "old").Add(new LogLine(MadeSearch.At, "note", "kept"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_renamed_search_is_the_same_one_with_its_results_its_log_and_its_comparisons()
    {
        var before = Run("trials", "old", "--csv").Output;
        var identity = Header("old").Identity;

        Run("rename", "old", "new").Output.Should().StartWith("Search 'old' is called 'new' now, and what was made of it new.worth-5-limit.");

        Run("trials", "new", "--csv").Output.Should().Be(before);
        Header("new").Identity.Should().Be(identity);
        Names().Should().Equal("new", "part", "new.worth-5-limit");
        File.ReadAllText(_folder.Of("checkpoints/new/mine")).Should().Be("checkpoints");
        File.ReadAllText(_folder.Of("results/new/mine")).Should().Be("results");
        File.ReadAllText(_folder.Of("results/new/result.json")).Should().StartWith("{\"search\":\"new\",").And.Contain(identity);
        Directory.Exists(_folder.Of("results/old")).Should().BeFalse();
        Run("logs", "new").Output.Should().Contain("kept").And.Contain("called 'new' from here on");
        Run("doctor").Output.Should().Contain("ok   search new: ").And.Contain("all sound");

        Run("rename", "new", "again");
        Run("rename", "again", "old").Output.Should().Contain("called 'old' now");
        Run("trials", "old", "--csv").Output.Should().Be(before);
    }

    [Fact]
    public void A_note_is_in_the_log_and_with_the_search()
    {
        Run("note", "old", "the data were mended").Output.Should().Be("Noted of search 'old'.\n");
        Run("note", "old", "looks overfitted", "--trial", "1", "--json").Output.Should().Contain("Noted of trial 1 of search 'old'.");

        Run("logs", "old").Output.Should().Contain("note        the data were mended").And.Contain("note        of candidate 1: looks overfitted");
        Run("show", "old", "--json").Output.Should().Contain("\"text\":\"looks overfitted\",\"trial\":1");
        Run("doctor").Output.Should().Contain("all sound");
        Nas.Run(_folder.Path, "note", "old", "x", "--trial", "5").ShouldRefuse("There is no trial 5; there are 0 to 4.");
        Nas.Run(_folder.Path, "note", "old", " ").ShouldRefuse("The text that is given is empty");
    }

    [Fact]
    public void A_rename_that_was_cut_short_is_finished_by_the_same_command()
    {
        Run("rename", "old", "new");
        Directory.Move(_folder.Of("checkpoints/new"), _folder.Of("checkpoints/old"));

        Run("rename", "old", "new");

        File.Exists(_folder.Of("checkpoints/new/mine")).Should().BeTrue();
        Nas.Run(_folder.Path, "rename", "old", "new").ShouldRefuse("There is a search 'new' already");
    }

    [Theory]
    [InlineData("part", "There is a search 'part' already")]
    [InlineData("old", "There is a search 'old' already")]
    [InlineData(".hidden", "not begin with a dot")]
    [InlineData("a/b", "must be of letters")]
    [InlineData("", "The name that is given is empty")]
    public void A_name_that_is_taken_or_none_is_refused_and_nothing_changes(string name, string sentence)
    {
        Nas.Run(_folder.Path, "rename", "old", name).ShouldRefuse(sentence);
        Names().Should().Equal("old", "part", "old.worth-5-limit");
    }

    [Fact]
    public void What_is_made_of_what_is_made_of_a_search_goes_with_it_and_what_only_looks_so_stays()
    {
        foreach (var name in new[] { "old.under-macs600000", "old.under-macs600000.worth-3-limit", "older.worth-3-limit" })
        {
            MadeSearch.Write(_folder.Path, MadeSearch.Spec(name), MadeSearch.Interrupted);
        }

        Run("rename", "old", "new");
        Names().Should().Equal(
            "new", "part", "new.worth-5-limit", "new.under-macs600000", "new.under-macs600000.worth-3-limit", "older.worth-3-limit");
        Run("delete", "new.under-macs600000", "--yes").Output.Should().Be(
            "Deleted: new.under-macs600000.worth-3-limit, new.under-macs600000.\n");
        Run("delete", "new", "--yes").Output.Should().Be("Deleted: new.worth-5-limit, new.\n");
        Names().Should().Equal("part", "older.worth-3-limit");
    }

    [Fact]
    public void A_name_altered_behind_the_programs_back_is_noticed_after_a_rename_too()
    {
        Run("rename", "old", "new");
        using (var journal = SearchJournal.OpenToWrite(_folder.Path))
        {
            using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={journal.Path};Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE searches SET spec = (SELECT spec FROM searches WHERE name = 'part') WHERE name = 'new'";
            command.ExecuteNonQuery();
        }

        using var altered = SearchJournal.OpenToRead(_folder.Path)!;
        FluentActions.Invoking(() => new EventReader(altered, altered.List()[0]).Check()).Should().Throw<InputException>()
            .WithMessage("*the definition of search 'part' was altered*");
    }

    [Fact]
    public void A_deleted_search_is_gone_with_all_that_was_its_own()
    {
        Run("delete", "old", "--yes").Output.Should().Be("Deleted: old.worth-5-limit, old.\n");

        Names().Should().Equal("part");
        Directory.EnumerateFileSystemEntries(_folder.Path, "old*", SearchOption.AllDirectories).Should().BeEmpty();
        Run("trials", "part");
        Run("delete", "2", "--yes", "--json").Json.GetProperty("deleted")[0].GetString().Should().Be("part");
        Run("doctor").Output.Should().NotContain("BAD  journal");
    }

    [Fact]
    public void The_parts_of_its_recipe_go_with_the_last_search_that_has_them()
    {
        MadeSearch.Write(_folder.Path, MadeSearch.Spec("a"), MadeSearch.Interrupted, plugins: new() { ["space@waves"] = "11", ["cells"] = "22" });
        MadeSearch.Write(_folder.Path, MadeSearch.Spec("b"), MadeSearch.Interrupted, plugins: new() { ["space@waves"] = "11", ["strategy@climb"] = "33" });
        string[] Kept() => [.. Directory.GetFiles(_folder.Of("parts")).Select(file => Path.GetFileName(file)).Order()];
        Directory.CreateDirectory(_folder.Of("parts"));
        foreach (var part in new[] { "11", "33", "44" })
        {
            _folder.Write($"parts/{part}.inline", part);
        }

        Run("delete", "b", "--yes");
        Kept().Should().Equal("11.inline", "44.inline");

        Run("delete", "a", "--yes");
        Kept().Should().Equal("44.inline");
    }

    [Fact]
    public void It_asks_first_and_where_there_is_nobody_to_ask_it_says_what_to_say()
    {
        Nas.Run(_folder.Path, "delete", "part", "--json").ShouldRefuse("say --yes");
        Names().Should().HaveCount(3);
    }

    [Fact]
    public void What_runs_is_neither_renamed_nor_deleted()
    {
        using var held = WorkspaceLock.Take(_folder.Path);
        using var running = held.Running("part");

        Nas.Run(_folder.Path, "delete", "part", "--yes").ShouldRefuse("Search 'part' is running; stop it first: nas stop part.");
        Nas.Run(_folder.Path, "rename", "part", "other").ShouldRefuse("in use by process");
        Names().Should().HaveCount(3);
    }

    private ProgramResult Run(params string[] arguments) => arguments[0] == "doctor"
        ? Nas.Run(_folder.Path, arguments)
        : Nas.Run(_folder.Path, arguments).Succeeded();

    private SearchHeader Header(string name)
    {
        using var journal = SearchJournal.OpenToRead(_folder.Path)!;
        return journal.Find(name)!;
    }

    private string[] Names()
    {
        using var journal = SearchJournal.OpenToRead(_folder.Path)!;
        return [.. journal.List().Select(header => header.Spec.Name)];
    }
}
