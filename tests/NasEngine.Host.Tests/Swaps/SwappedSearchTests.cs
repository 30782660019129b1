using NasEngine.Contracts;
using NasEngine.Host.Tests.Programs;
using NasEngine.Pipeline.Searches;

namespace NasEngine.Host.Tests.Swaps;

/// <summary>A strategy and a space, built assemblies both, are swapped in a search for versions that do the same; the bench swaps has the hundreds.</summary>
[Collection(nameof(AloneCollection))]
public sealed class SwappedSearchTests
{
    private const long Slack = 4 << 20;

    [Fact]
    public async Task Of_trials_no_one_is_lost_nothing_changes_and_assemblies_and_memory_stay_where_they_were()
    {
        using var drill = new SwapDrill(SwapSearches.TablePlugins);
        var table = CellTable.Write(drill.Folder);

        await Swap(drill, swaps: 24, name => SwapSearches.Table(name, table, trials: 40));
    }

    [Fact]
    public async Task Of_steps_of_a_supernet_no_one_is_lost_and_weights_and_distribution_end_the_same()
    {
        using var drill = new SwapDrill(SwapSearches.FpNasPlugins);
        var images = TinyData.Write(drill.Folder.Of("images"));

        await Swap(drill, swaps: 4, name => SwapSearches.FpNas(name, images, steps: 8));
    }

    private static async Task Swap(SwapDrill drill, int swaps, Func<string, SearchSpec> search)
    {
        var undisturbed = await drill.RunAsync(search("undisturbed"), _ => { });
        var before = Memory();

        var swapped = await drill.RunAsync(search("swapped"), number =>
        {
            drill.Await();
            if (number < swaps)
            {
                var plugin = drill.Plugins[(int)(number % drill.Plugins.Count)];
                drill.Change(plugin, number);
                drill.Ask(plugin);
            }
        });

        drill.Answers.Should().HaveCount(swaps).And.OnlyContain(answer => answer != null && answer.Result == SwapResult.Swapped);
        drill.Answers.Should().OnlyContain(answer => answer!.Sentence.EndsWith("the old version is gone from memory."));
        swapped.Should().Equal(undisturbed);
        (Memory() - before).Should().BeLessThan(Slack);
    }

    private static long Memory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
