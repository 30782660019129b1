using NasEngine.Contracts;
using NasEngine.Networks;
using NasEngine.Spaces.Mobile.TfNas;
using NasEngine.Strategies.Relaxed.TfNas;

namespace NasEngine.Spaces.Tests;

/// <summary>Elasticity-scaling by the published latencies of a processor, which do not rise with every channel.</summary>
public sealed class ElasticityOnTableTests
{
    private static readonly TfNasSpace Space = (TfNasSpace)AllSpaces.Make("tf-nas");

    [PublishedTableFact(PublishedTableFactAttribute.TfNas)]
    public void Targets_are_met_within_a_twentieth_of_a_millisecond_on_average_and_never_passed()
    {
        var table = LatencyTable.Read(SharedData.PathOf(PublishedTableFactAttribute.TfNas)!);
        var freedoms = new Freedoms(Space.Decisions);
        foreach (var target in new[] { 50.0, 55, 60, 65, 70 })
        {
            var elastic = new Elasticity(freedoms, architecture => table.Of(Space, architecture) / target);
            var gaps = new List<double>();
            for (var i = 0; i < 5000 && gaps.Count < 8; i++)
            {
                var architecture = Space.Decisions.Sample(RandomSource.For(7, i, "tf-nas"));
                if (elastic.Reach(architecture) is { Least: <= 1, Most: >= 1 })
                {
                    var fitted = elastic.Fit(architecture, [.. freedoms.Widths.Select(_ => 0.5)]);
                    gaps.Add(target - table.Of(Space, elastic.At(architecture, fitted)));
                }
            }

            gaps.Should().HaveCount(8).And.OnlyContain(gap => gap >= 0);
            gaps.Average().Should().BeLessThanOrEqualTo(0.05);
        }
    }
}
