using NasEngine.Contracts;
using NasEngine.Strategies.Growth.EditDistance;

namespace NasEngine.Strategies.Tests.Growth;

public sealed class NetworkDistanceTests
{
    [Fact]
    public void Layers_are_put_in_or_taken_out_at_1_and_widened_at_a_share()
    {
        Layers("c8 c16", "c8 c16").Should().Be(0);
        Layers("c8 c16", "c8 c12 c16").Should().Be(1);
        Layers("c8", "c16").Should().Be(0.5);
        Layers("c8 c8", "c16").Should().Be(1.5);
        Layers("", "c8 c8 c8").Should().Be(3);
        Layers("c8 p1 c8 c8", "c8 c8 p1 c8").Should().Be(2);
        NetworkDistance.Layers(new([new("c", 8, 3)], []), new([new("c", 8, 5)], [])).Should().Be(0.4);
    }

    [Fact]
    public void The_distance_of_layers_is_the_least_over_all_alignments()
    {
        for (var draw = 0; draw < 200; draw++)
        {
            var random = RandomSource.For(1, draw, "networks");
            var (one, other) = (Drawn(random), Drawn(random));
            NetworkDistance.Layers(one, other).Should().BeApproximately(Aligned(one.Layers.AsSpan(), other.Layers.AsSpan()), 1e-12);
        }
    }

    [Fact]
    public void Skips_are_matched_at_the_least_cost_and_the_rest_counts_1_each()
    {
        for (var draw = 0; draw < 200; draw++)
        {
            var random = RandomSource.For(2, draw, "networks");
            var (one, other) = (Drawn(random), Drawn(random));
            var expected = one.Skips.Length <= other.Skips.Length ? Matched(one, other) : Matched(other, one);
            NetworkDistance.Skips(one, other).Should().BeApproximately(expected, 1e-12);
        }
    }

    [Fact]
    public void It_is_a_metric()
    {
        var random = RandomSource.For(3, 0, "networks");
        NetworkOutline[] networks = [.. Enumerable.Range(0, 12).Select(_ => Drawn(random))];
        foreach (var (one, other) in networks.SelectMany(one => networks.Select(other => (one, other))))
        {
            Distance(one, other).Should().BeApproximately(Distance(other, one), 1e-12);
            networks.Should().OnlyContain(third => Distance(one, other) <= Distance(one, third) + Distance(third, other) + 1e-12);
        }
    }

    [Fact]
    public void Embedded_networks_are_no_farther_apart_than_the_metric_says()
    {
        var random = RandomSource.For(4, 0, "networks");
        NetworkOutline[] networks = [.. Enumerable.Range(0, 30).Select(_ => Drawn(random))];
        var embedding = new DistanceEmbedding(20, random);
        double[][] points = [.. networks.Select(one => embedding.Of([.. networks.Take(20).Select(other => Distance(one, other))]))];
        for (var i = 0; i < 30; i++)
        {
            for (var j = 0; j < 30; j++)
            {
                Math.Sqrt(points[i].Zip(points[j], (a, b) => (a - b) * (a - b)).Sum()).Should().BeLessThanOrEqualTo(Distance(networks[i], networks[j]) + 1e-12);
            }
        }
    }

    private static double Distance(NetworkOutline one, NetworkOutline other) => NetworkDistance.Of(one, other, 1);

    private static double Layers(string one, string other) => NetworkDistance.Layers(Of(one), Of(other));

    private static NetworkOutline Of(string layers) =>
        new([.. layers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => new LayerOutline(text[..1], int.Parse(text[1..])))], []);

    private static NetworkOutline Drawn(RandomSource random) => new(
        [.. Enumerable.Range(0, random.NextInt(6)).Select(_ => new LayerOutline(random.NextInt(4) == 0 ? "p" : "c", 1 + random.NextInt(8), 1 + (2 * random.NextInt(3))))],
        [.. Enumerable.Range(0, random.NextInt(5)).Select(_ => new SkipOutline(1 + random.NextInt(6), 1 + random.NextInt(3)))]);

    private static double Aligned(ReadOnlySpan<LayerOutline> one, ReadOnlySpan<LayerOutline> other)
    {
        if (one.IsEmpty || other.IsEmpty)
        {
            return one.Length + other.Length;
        }

        var apart = 1 + Math.Min(Aligned(one[1..], other), Aligned(one, other[1..]));
        return one[0].Kind != other[0].Kind ? apart : Math.Min(apart, Aligned(one[1..], other[1..])
            + Share(one[0].Width, other[0].Width) + Share(one[0].Kernel, other[0].Kernel));
    }

    private static double Matched(NetworkOutline fewer, NetworkOutline more)
    {
        return Best(0, [.. more.Skips]) + more.Skips.Length - fewer.Skips.Length;

        double Best(int at, SkipOutline[] left) => at == fewer.Skips.Length ? 0 : Enumerable.Range(0, left.Length).Min(taken =>
            Cost(fewer.Skips[at], left[taken]) + Best(at + 1, [.. left[..taken], .. left[(taken + 1)..]]));
    }

    private static double Cost(SkipOutline one, SkipOutline other) =>
        (double)(Math.Abs(one.From - other.From) + Math.Abs(one.Length - other.Length))
        / (Math.Max(one.From, other.From) + Math.Max(one.Length, other.Length));

    private static double Share(int one, int other) => 1 - ((double)Math.Min(one, other) / Math.Max(one, other));
}
