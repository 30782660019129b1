using NasEngine.Contracts;

namespace NasEngine.Strategies.Probabilistic;

/// <summary>A distribution with the optimiser of its parameters.</summary>
internal sealed class Learner
{
    private readonly AdamOptions _options;
    private Adam _adam;

    private Learner(AdamOptions options, Distribution distribution, bool joint, Adam adam)
    {
        _options = options;
        _adam = adam;
        Distribution = distribution;
        IsJoint = joint;
    }

    /// <summary>A uniform distribution, in one form or the other.</summary>
    public Learner(AdamOptions options, DecisionSpace space, bool joint)
        : this(options, Uniform(space, joint), joint, null!) => _adam = Fresh();

    /// <summary>p(A|α) now.</summary>
    public Distribution Distribution { get; private set; }

    /// <summary>Whether each layer has one categorical.</summary>
    public bool IsJoint { get; private set; }

    /// <summary>α ← Adam(α, Σ_k m_k ∇_α log p(A_k|α)) (PARSEC, arXiv 1902.05116).</summary>
    public void Ascend(ReadOnlySpan<Architecture> architectures, ReadOnlySpan<double> weights)
    {
        var logits = Distribution.Logits.Span;
        var gradient = new double[logits.Length];
        for (var k = 0; k < architectures.Length; k++)
        {
            Distribution.AddGradient(architectures[k], weights[k], gradient);
        }

        Distribution = new Distribution(Distribution.Space, Distribution.Factors, _adam.Ascend(logits, gradient));
    }

    /// <summary>From the factorised to the joint form: the same distribution, with moments of its own that start at zero.</summary>
    public void SwitchToJoint()
    {
        Distribution = JointForm.Of(Distribution);
        IsJoint = true;
        _adam = Fresh();
    }

    /// <summary>Writes form, parameters and moments.</summary>
    public void Save(StateWriter state)
    {
        state.Write(IsJoint);
        state.Write(Distribution.Logits.Span);
        _adam.Save(state);
    }

    /// <summary>The learner that <see cref="Save"/> wrote.</summary>
    public static Learner Restore(AdamOptions options, DecisionSpace space, ref StateReader state)
    {
        var joint = state.Flag();
        var uniform = Uniform(space, joint);
        var count = uniform.Logits.Length;
        var distribution = new Distribution(space, uniform.Factors, state.Doubles(count));
        return new Learner(options, distribution, joint, Adam.Restore(options, count, ref state));
    }

    private static Distribution Uniform(DecisionSpace space, bool joint) =>
        Distribution.Uniform(space, joint ? Factors.Joint(space) : Factors.Factorised(space));

    private Adam Fresh() => new(_options, Distribution.Logits.Length);
}
