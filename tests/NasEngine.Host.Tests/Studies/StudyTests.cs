using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using NasEngine.Contracts;
using NasEngine.Host.Studies;
using NasEngine.Host.Tests.Programs;
using NasEngine.Pipeline.Reading;

namespace NasEngine.Host.Tests.Studies;

/// <summary>Trials to and from Optuna's storage.</summary>
public sealed class StudyTests : IDisposable
{
    private static readonly ImmutableArray<ObjectiveAxis> Axes = [new("val_accuracy", Direction.Maximize), new("energy", Direction.Minimize)];

    private readonly TempFolder _folder = new();
    private readonly Layered _space = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_exported_comes_back_as_it_was_and_what_failed_does_not()
    {
        HistoryEntry[] entries =
        [
            Entry(0, [0, 0, -1], new Measurement().With("val_accuracy", 0.5).With("energy", 3).With("other", 7)),
            Entry(1, [1, 1, 0], Measurement.Failed(FailureKind.NotANumber, "diverged")),
            Entry(2, [1, 2, 1], new Measurement().With("val_accuracy", 0.75).With("energy", 9)),
            Entry(3, [1, 0, 1], new Measurement().With("val_accuracy", 0.25)),
        ];

        StudyWriter.Write(File, "mine", _space, Axes, entries).Should().Be(4);
        var study = Study.Read(File, null);

        study.Directions.Should().Equal(Direction.Maximize, Direction.Minimize);
        study.Trials.Select(trial => trial.Number).Should().Equal(0, 2);
        study.Trials.Select(trial => trial.In(_space.Decisions)).Should().Equal(entries.Where((_, i) => i % 2 == 0)
            .Select(entry => ((Trial)entry.Candidate.Work).Architecture));
        study.Trials[1].Values.Should().Equal(0.75, 9);
    }

    [Fact]
    public void The_storage_says_the_version_that_Optuna_opens_and_every_metric_as_an_attribute()
    {
        StudyWriter.Write(File, "mine", _space, Axes, [Entry(0, [0, 1, -1], new Measurement().With("val_accuracy", 0.5).With("energy", 3).With("other", 7))]);

        Ask("SELECT version_num FROM alembic_version").Should().Be("v3.0.0.d");
        Ask("SELECT schema_version FROM version_info").Should().Be(12L);
        Ask("SELECT value_json FROM trial_user_attributes WHERE \"key\" = 'other'").Should().Be("7");
        Ask("SELECT distribution_json FROM trial_params WHERE param_name = 'kernel'").Should().Be(
            """{"name":"CategoricalDistribution","attributes":{"choices":["k3","k5","k7"]}}""");
        Ask("SELECT param_value FROM trial_params WHERE param_name = 'kernel'").Should().Be(1.0);
    }

    [Fact]
    public void Numbers_and_choices_of_another_order_are_found_among_a_decisions_choices()
    {
        Run(StudySchema.Create + """
            INSERT INTO studies VALUES (1, 'x'), (2, 'y');
            INSERT INTO study_directions VALUES (1, 'MINIMIZE', 2, 0);
            INSERT INTO trials VALUES (1, 0, 2, 'COMPLETE', NULL, NULL), (2, 1, 2, 'PRUNED', NULL, NULL);
            INSERT INTO trial_params VALUES
                (1, 1, 'layers', 1.0, '{"name": "CategoricalDistribution", "attributes": {"choices": ["two", "one"]}}'),
                (2, 1, 'kernel', 7.0, '{"name": "IntDistribution", "attributes": {"log": false, "step": 2, "low": 3, "high": 7}}');
            INSERT INTO trial_values VALUES (1, 1, 0, 0.5, 'FINITE'), (2, 2, 0, 0.1, 'FINITE');
            """);

        Study.Read(File, "y").Trials.Should().ContainSingle().Which.In(_space.Decisions).Values.Should().Equal(0, 2, -1);
        FluentActions.Invoking(() => Study.Read(File, "z")).Should().Throw<InputException>().WithMessage("*has no study 'z' (*");
        FluentActions.Invoking(() => Study.Read(File, null)).Should().Throw<InputException>().WithMessage("*name one by --study.");
    }

    [Theory]
    [InlineData("kernel", "Trial 3 of the study has no parameter 'kernel'*")]
    [InlineData("layers", "Trial 3 of the study has no parameter 'layers'*")]
    public void A_decision_without_a_parameter_is_told(string left, string message)
    {
        var all = ImmutableSortedDictionary<string, string>.Empty.Add("layers", "one").Add("kernel", "k3");

        FluentActions.Invoking(() => new StudyTrial(3, all.Remove(left), [1]).In(_space.Decisions)).Should().Throw<InputException>().WithMessage(message);
        FluentActions.Invoking(() => new StudyTrial(3, all.SetItem(left, "9"), [1]).In(_space.Decisions)).Should().Throw<InputException>()
            .WithMessage($"Trial 3 of the study has '9' for '{left}': *");
    }

    [Fact]
    public void A_file_that_is_no_storage_is_told()
    {
        System.IO.File.WriteAllText(File, "no database, but long enough to be one if it were: " + new string('x', 200));

        FluentActions.Invoking(() => Study.Read(File, null)).Should().Throw<InputException>().WithMessage("*is no storage of Optuna in SQLite: *");
    }

    [Theory]
    [InlineData("1.0", "'{\"name\": \"CategoricalDistribution\", \"attributes\": {\"choices\": [\"one\"]}}'", "a parameter has choice 1 of 1")]
    [InlineData("NULL", "'{\"name\": \"IntDistribution\", \"attributes\": {}}'", "NULL")]
    [InlineData("1.0", "NULL", "NULL")]
    [InlineData("1.0", "'{}'", "dictionary")]
    [InlineData("1.0", "'[]'", "object")]
    public void A_storage_whose_parameters_cannot_be_is_told(string value, string distribution, string said)
    {
        Run(StudySchema.Create + $"""
            INSERT INTO studies VALUES (1, 'x');
            INSERT INTO study_directions VALUES (1, 'MAXIMIZE', 1, 0);
            INSERT INTO trials VALUES (1, 0, 1, 'COMPLETE', NULL, NULL);
            INSERT INTO trial_params VALUES (1, 1, 'layers', {value}, {distribution});
            INSERT INTO trial_values VALUES (1, 1, 0, 0.5, 'FINITE');
            """);

        FluentActions.Invoking(() => Study.Read(File, "x")).Should().Throw<InputException>()
            .WithMessage($"'*' is no storage of Optuna in SQLite: *{said}*");
    }

    [Fact]
    public void Completed_trials_without_a_finite_value_are_counted_and_a_direction_that_is_none_is_told()
    {
        Run(StudySchema.Create + """
            INSERT INTO studies VALUES (1, 'x'), (2, 'y');
            INSERT INTO study_directions VALUES (1, 'MAXIMIZE', 1, 0), (2, 'NOT_SET', 2, 0);
            INSERT INTO trials VALUES (1, 0, 1, 'COMPLETE', NULL, NULL), (2, 1, 1, 'COMPLETE', NULL, NULL), (3, 2, 1, 'FAIL', NULL, NULL);
            INSERT INTO trial_values VALUES (1, 1, 0, 0.5, 'FINITE'), (2, 2, 0, NULL, 'INF_POS');
            """);

        Study.Read(File, "x").Should().Match<Study>(study => study.Trials.Length == 1 && study.LeftOut == 1);
        FluentActions.Invoking(() => Study.Read(File, "y")).Should().Throw<InputException>().WithMessage("*a value is to 'NOT_SET'*");
    }

    [Fact]
    public void Values_that_cannot_be_what_they_are_said_to_be_are_refused_by_their_trial()
    {
        var parameters = ImmutableSortedDictionary<string, string>.Empty.Add("layers", "one").Add("kernel", "k3");
        var study = new Study([Direction.Maximize], [new(7, parameters, [91])]);

        FluentActions.Invoking(() => new StudyTable(study, _space, ["val_accuracy"])).Should().Throw<InputException>()
            .WithMessage("Trial 7 of the study has 91, and 'val_accuracy' is a share from 0 to 1; *");
        new StudyTable(study, _space, ["score"]).Count.Should().Be(1);
    }

    [Fact]
    public void An_option_of_the_space_is_a_string_of_the_recipe_whatever_is_in_it()
    {
        var parameters = ImmutableSortedDictionary<string, string>.Empty.Add("layers", "one").Add("kernel", "k3");
        var table = new StudyTable(new Study([Direction.Maximize], [new(0, parameters, [0.5])]), _space, ["score"]);

        table.Recipe("x", OptionBag.Empty.With("macro", "16 \"a\"\n24 \\")).Should().Contain("""new { Macro = "16 \"a\"\n24 \\" }""");
    }

    [Theory]
    [InlineData("The study has 1 values a trial and --metric names 0", "--study", "x")]
    [InlineData("'val acc' is no name of a metric", "--study", "x", "--metric", "val acc")]
    [InlineData("has no completed trial with finite values", "--study", "empty", "--metric", "score")]
    [InlineData("has 2 studies (x, empty); name one by --study.", "--metric", "score")]
    public void What_a_command_cannot_take_over_is_refused(string said, params string[] more)
    {
        Run(StudySchema.Create + """
            INSERT INTO studies VALUES (1, 'x'), (2, 'empty');
            INSERT INTO study_directions VALUES (1, 'MAXIMIZE', 1, 0), (2, 'MAXIMIZE', 2, 0);
            INSERT INTO trials VALUES (1, 0, 1, 'COMPLETE', NULL, NULL);
            INSERT INTO trial_values VALUES (1, 1, 0, 0.5, 'FINITE');
            """);

        Nas.Run(_folder.Path, ["study", "import", File, "--name", "taken", "--space", "nasbench201", .. more]).ShouldRefuse(said);
        System.IO.File.Exists("taken.csx").Should().BeFalse();
    }

    [Fact]
    public void Its_table_has_an_architecture_once_with_all_that_came_of_it_and_its_recipe_tries_each_once()
    {
        var parameters = ImmutableSortedDictionary<string, string>.Empty.Add("layers", "one").Add("kernel", "k3");
        var study = new Study(
            [Direction.Maximize, Direction.Minimize],
            [new(0, parameters, [0.5, 2]), new(1, parameters.SetItem("kernel", "k5"), [0.75, 4]), new(4, parameters, [0.25, 2])]);
        var table = new StudyTable(study, _space, ["val_accuracy", "energy"]);
        string Text(int kernel) => _space.Format(_space.Decisions.Architecture([0, kernel, -1]));

        table.Csv().Should().Be($"architecture,val_accuracy,energy\n\"{Text(0)}\",0.5;0.25,2;2\n\"{Text(1)}\",0.75,4\n");
        table.Recipe("mine", OptionBag.Empty.With("scale", "mini")).Should().Contain("Search(\"mine\")").And.Contain("Keep = false").And.Contain("Budget(trials: 2)")
            .And.Contain(".Space(\"layered\", new { Scale = \"mini\" })").And.Contain($"{Text(0)};\n        {Text(1)}\n")
            .And.Contain("Maximize.Metric(\"val_accuracy\").Against(\"energy\", Direction.Minimize)").And.NotContain("__");
    }

    private string File => Path.Combine(_folder.Path, "study.db");

    private HistoryEntry Entry(long number, int[] values, Measurement measured) => new(
        new Candidate(number, new Trial(_space.Decisions.Architecture(values), Fidelity.Full)), measured,
        ImmutableSortedDictionary<string, double>.Empty, DateTimeOffset.UnixEpoch);

    private object? Ask(string sql)
    {
        using var connection = Connection();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private void Run(string sql) => Ask(sql);

    private SqliteConnection Connection()
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        return connection;
    }

    /// <summary>One or two layers, the second of which has an operation of its own.</summary>
    private sealed class Layered : ISearchSpace
    {
        public DecisionSpace Decisions { get; } = new("layered",
        [
            new Decision("layers", ["one", "two"]), new Decision("kernel", ["k3", "k5", "k7"]),
            new Decision("second", ["skip", "conv"]) { When = new Condition(0, [1]) },
        ]);

        public ImmutableSortedDictionary<string, Architecture> References { get; } = ImmutableSortedDictionary<string, Architecture>.Empty;

        public string Format(Architecture architecture) => ArchitectureText.Format(Decisions, architecture);

        public Architecture Parse(string text) => ArchitectureText.Parse(Decisions, text);

        public ArchitectureCost Cost(Architecture architecture) => default;
    }
}
