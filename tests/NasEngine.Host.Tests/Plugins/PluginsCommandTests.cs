using NasEngine.Extensibility.Tests.Plugins;
using NasEngine.Host.Commands.Plugins;
using NasEngine.Host.Composition;
using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Plugins;

/// <summary><c>nas plugins add|remove|check</c>, as who has built a plugin gives them.</summary>
public sealed class PluginsCommandTests : IDisposable
{
    /// <summary>An objective that scores trials without the metric that it needs, and by one that it does not name.</summary>
    private static readonly string Careless = PluginSource.Objective("careless").Replace(
        "metrics.TryGetValue(\"f1\", out var f1) ? f1 - _floor : (double?)null",
        "(metrics.TryGetValue(\"f1\", out var f1) ? f1 : 0) - (metrics.TryGetValue(\"macs\", out var macs) ? macs : 0)");

    /// <summary>An estimator that measures an accuracy, and lists a metric.</summary>
    private const string Estimator = """
        using System.Collections.Generic;
        using System.Threading;
        using NasEngine.Contracts;

        public sealed class ThePlugin : IPlugin
        {
            public void Register(IPluginRegistry registry) => registry.Estimator(
                "the-estimator", "measures an accuracy", options => 0, (_, setup) => new TheEstimator());
        }

        public sealed class TheEstimator : IEstimator
        {
            public IReadOnlyList<string> Metrics => new[] { "LISTED" };
            public void Train(Candidate candidate, IJobProgress progress, CancellationToken cancellation) { }
            public Measurement Evaluate(Candidate candidate, IJobProgress progress, CancellationToken cancellation) =>
                new Measurement().With("val_accuracy", 0.5);
            public void Dispose() { }
        }
        """;

    private readonly TempFolder _folder = new();

    private string Manifest => _folder.Of("plugins.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_is_added_once_with_what_it_brings_and_its_hash_and_removed_again_and_comments_stay()
    {
        _folder.Write("plugins.json", "{\n  // mine\n  \"plugins\": []\n}\n");
        PluginSource.Compile(_folder.Of("built/Some.FarAbove.dll"), PluginSource.Objective("above"));

        var added = Run("add", _folder.Of("built"), "--to", Manifest).Succeeded().Output;
        added.Should().StartWith($"Plugin 'far-above' is added to '{Manifest}'.\n").And.Contain("  objective above: an objective\n")
            .And.MatchRegex("  SHA-256 [0-9a-f]{64}\n").And.EndWith($"Use it: nas run RECIPE --plugins {Manifest}\n");
        Run("add", _folder.Of("built"), "--to", Manifest).Succeeded().Output.Should().StartWith($"Plugin 'far-above' is in '{Manifest}' already.\n");
        File.ReadAllText(Manifest).Should().Contain("// mine").And.Contain("Some.FarAbove.dll");

        Run("remove", "far-abov", "--to", Manifest).ShouldRefuse("far-abov", "far-above");
        Run("remove", "far-above", "--to", Manifest).Succeeded().Output.Should().Be($"Plugin 'far-above' is taken out of '{Manifest}'; its files stay.\n");
        File.ReadAllText(Manifest).Should().Contain("// mine").And.NotContain("FarAbove");
        File.Exists(_folder.Of("built/Some.FarAbove.dll")).Should().BeTrue();
    }

    [Fact]
    public void What_is_no_plugin_is_not_added_and_nothing_is_written()
    {
        Directory.CreateDirectory(_folder.Of("empty"));
        _folder.Write("text.dll", "no library");

        Run("add", _folder.Of("none"), "--to", Manifest).ShouldRefuse("There is no file and no folder", "none");
        Run("add", _folder.Of("empty"), "--to", Manifest).ShouldRefuse("has no assembly with a class that implements IPlugin");
        Run("add", _folder.Of("text.dll"), "--to", Manifest).ShouldRefuse("text.dll' is not a .NET assembly");
        File.Exists(Manifest).Should().BeFalse();
    }

    [Fact]
    public void A_sound_plugin_passes_the_checks_of_its_parts()
    {
        var space = Run("check", Path.Combine(Repository.Built("NasEngine.Spaces.Mlp"), "NasEngine.Spaces.Mlp.dll")).Succeeded();
        PluginSource.Compile(_folder.Of("Above.dll"), PluginSource.Objective("above"));
        var objective = Run("check", _folder.Of("Above.dll")).Succeeded();
        PluginSource.Compile(_folder.Of("Digits.dll"), PluginSource.Dataset("digits", "digits"));

        space.Output.Should().StartWith("Plugin 'mlp' is sound: it passes 18 checks.\n  space mlp: ");
        objective.Output.Should().StartWith("Plugin 'above' is sound: it passes 7 checks.\n  objective above: ");
        Run("check", _folder.Of("Digits.dll")).Succeeded().Output.Should().StartWith("Plugin 'digits' can be loaded; nothing of it can be checked.\n");
    }

    [Fact]
    public void What_a_plugin_does_otherwise_is_said_in_a_line_each_and_the_exit_code_is_1()
    {
        PluginSource.Compile(_folder.Of("Careless.dll"), Careless);

        var result = Run("check", _folder.Of("Careless.dll"));

        result.ExitCode.Should().Be(1);
        result.Output.Split('\n')[..3].Should().Equal(
            "Plugin 'careless' fails 2 of 7 checks:",
            "  objective careless: A trial that lacks a metric it needs has no score: a trial without 'f1', which it needs, has a score.",
            "  objective careless: Metrics that it does not name change nothing: 'macs' changes the score and is not among its metrics.");
    }

    [Theory]
    [InlineData("val_accuracy", "Plugin 'the-estimator' is sound: it passes 4 checks.")]
    [InlineData("accuracy", "  estimator the-estimator: Its list of metrics if it has one is what it measures: it measures 'val_accuracy', and lists 'accuracy': searches for what is not listed are refused.")]
    [InlineData("val_accuracy\", \"f1", "  estimator the-estimator: Its list of metrics if it has one is what it measures: it lists 'f1', and no trial here has it: a search for it would begin, and find nothing.")]
    public void A_list_of_metrics_that_is_not_what_an_estimator_measures_is_told_to_its_author(string listed, string answer)
    {
        PluginSource.Compile(_folder.Of("TheEstimator.dll"), Estimator.Replace("LISTED", listed));

        Run("check", _folder.Of("TheEstimator.dll")).Output.Split('\n').Should().Contain(answer);
    }

    [Theory]
    [InlineData("supernet rule", "importance", 5)]
    [InlineData("profiler", "torch", 3)]
    public async Task Rules_and_profilers_are_checked_on_small_networks(string kind, string id, int checks)
    {
        var results = await PartChecks.RunAsync(HostServices.Open(Array.Empty<string>()).Catalog, kind, id).ToArrayAsync();

        results.Should().HaveCount(checks).And.OnlyContain(result => result.Wrong == null);
    }

    private ProgramResult Run(params string[] arguments) => Nas.Run(_folder.Path, ["plugins", .. arguments]);
}
