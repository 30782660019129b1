using NasEngine.Contracts;

namespace NasEngine.Strategies.Tests.MultiFidelity;

public sealed class AshaTests
{
    private const int Eta = 3;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Somebody_goes_up_exactly_when_the_paper_lets_somebody_go_up(int window)
    {
        var run = Races.Run("asha", new { Eta, MaxEpochs = 27 }, 1000, Noisy, window);
        var up = 0;
        while (run.Candidates.Count < 400)
        {
            var (proposed, known) = (run.Candidates.Count, run.Observed.ToHashSet());
            run.Advance();
            for (var number = proposed; number < run.Candidates.Count; number++)
            {
                var expected = Job(run.Candidates.Take(number).ToArray(), known);
                (Races.Trial(run.Candidates[number]).Weights as InheritedWeights)?.Candidate.Should().Be(expected);
                Races.Trial(run.Candidates[number]).Weights.Should().Match(weights => (weights is InheritedWeights) == (expected != null));
                up += expected is null ? 0 : 1;
            }
        }

        up.Should().BeGreaterThan(100);
    }

    [Fact]
    public void One_without_a_score_never_goes_up()
    {
        var run = Races.Run("asha", new { Eta = 2, MaxEpochs = 8 }, 1000, candidate => candidate.Number % 2 == 0 ? double.NaN : Noisy(candidate)).Advance(300);
        run.Candidates.Select(candidate => Races.Trial(candidate).Weights).OfType<InheritedWeights>().Select(weights => weights.Candidate % 2)
            .Should().NotBeEmpty().And.OnlyContain(rest => rest == 1);
    }

    /// <summary>Depends on the trial, so that the order of a rung is not that of the one below.</summary>
    private static double Noisy(Candidate candidate) => RandomSource.For(1, candidate.Number, "score").NextDouble();

    /// <summary>Algorithm 2 of the paper, from the whole history: whose promotion comes next.</summary>
    private static long? Job(Candidate[] history, IReadOnlySet<long> observed)
    {
        foreach (var epochs in new[] { 9.0, 3.0, 1.0 })
        {
            var rung = history.Where(candidate => observed.Contains(candidate.Number) && Races.EpochsAfter(candidate) == epochs)
                .OrderByDescending(Noisy).ToArray();
            var promoted = history.Select(candidate => (Races.Trial(candidate).Weights as InheritedWeights)?.Candidate).ToHashSet();
            var best = rung.Take(rung.Length / Eta).FirstOrDefault(candidate => !promoted.Contains(candidate.Number));
            if (best is not null)
            {
                return best.Number;
            }
        }

        return null;
    }
}
