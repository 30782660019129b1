using NasEngine.Contracts;

namespace NasEngine.Strategies.Learned;

/// <summary>What a <see cref="SequencePolicy"/> computed for an architecture, a place per decision that it chose.</summary>
internal sealed class Episode
{
    private readonly List<int> _decisions = [];
    private readonly List<int> _tokens = [];
    private readonly List<LstmStep[]> _steps = [];
    private readonly List<double[]> _probabilities = [];
    private readonly List<double[]> _slopes = [];
    private readonly List<int> _choices = [];

    /// <summary>The architecture.</summary>
    public Architecture Architecture { get; set; } = null!;

    /// <summary>Numbers of the decisions.</summary>
    public IReadOnlyList<int> Decisions => _decisions;

    /// <summary>The token that was read before each.</summary>
    public IReadOnlyList<int> Tokens => _tokens;

    /// <summary>What the layers computed.</summary>
    public IReadOnlyList<LstmStep[]> Steps => _steps;

    /// <summary>Probabilities of each decision's choices.</summary>
    public IReadOnlyList<double[]> Probabilities => _probabilities;

    /// <summary>Slopes of each decision's logits by what the head gave.</summary>
    public IReadOnlyList<double[]> Slopes => _slopes;

    /// <summary>Log-probability of each choice, nats.</summary>
    public double[] LogProbabilities => [.. _choices.Select((choice, place) => Math.Log(_probabilities[place][choice]))];

    /// <summary>Sum of the entropies of the decisions, given the choices before, nats.</summary>
    public double Entropy => _probabilities.Sum(EntropyOf);

    /// <summary>Takes note of a decision.</summary>
    public void Add(int decision, int token, LstmStep[] steps, double[] probabilities, double[] slopes, int choice)
    {
        _decisions.Add(decision);
        _tokens.Add(token);
        _steps.Add(steps);
        _probabilities.Add(probabilities);
        _slopes.Add(slopes);
        _choices.Add(choice);
    }

    /// <summary>
    /// The gradient by each decision's logits of Σ weightₜ·log p(choiceₜ) + <paramref name="entropyWeight"/>·Σ Hₜ:
    /// weight·(1[choice] − p) − entropyWeight·p·(log p + H).
    /// </summary>
    public double[][] LogitGradients(double[] weights, double entropyWeight)
    {
        var gradients = new double[weights.Length][];
        for (var place = 0; place < gradients.Length; place++)
        {
            var (p, weight, entropy) = (_probabilities[place], weights[place], EntropyOf(_probabilities[place]));
            gradients[place] = [.. p.Select(one => -weight * one - entropyWeight * (one > 0 ? one * (Math.Log(one) + entropy) : 0))];
            gradients[place][_choices[place]] += weight;
        }

        return gradients;
    }

    private static double EntropyOf(double[] probabilities) => -probabilities.Sum(p => p > 0 ? p * Math.Log(p) : 0);
}
