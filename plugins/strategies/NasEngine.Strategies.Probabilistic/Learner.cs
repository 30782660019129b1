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

    /// <summary>α ← Adam(α, gradient).</summary>
    public void Ascend(double[] gradient) =>
        Distribution = new Distribution(Distribution.Space, Distribution.Factors, _adam.Ascend(Distribution.Logits.Span, gradient));

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
