using NasEngine.Contracts;
using NasEngine.Strategies.Probabilistic;

namespace NasEngine.Strategies.Tests;

public sealed class SwitchTests
{
    [Fact]
    public void The_switch_to_the_joint_form_changes_the_probability_of_no_architecture()
    {
        var factorised = Toy.Random(Toy.Conditional, joint: false);
        var joint = JointForm.Of(factorised);
        joint.Factors.Length.Should().BeLessThan(factorised.Factors.Length);
        foreach (var (architecture, probability) in Toy.Enumerate(factorised))
        {
            Math.Exp(joint.LogProbability(architecture)).Should().BeApproximately(probability, 1e-15);
        }

        joint.Entropy.Should().BeApproximately(factorised.Entropy, 1e-14);
    }

    [Fact]
    public void The_joint_logits_are_the_sums_of_the_factors_log_probabilities()
    {
        var space = new DecisionSpace("layer",
        [
            new Decision("kernel", ["3", "5"]) { Group = "layer" },
            new Decision("width", ["8", "16", "24"]) { Group = "layer" },
        ]);
        var factorised = Toy.Random(space, joint: false);
        var kernel = factorised.LogProbabilities(factorised.Factors[0]).ToArray();
        var width = factorised.LogProbabilities(factorised.Factors[1]).ToArray();
        JointForm.Of(factorised).Logits.ToArray().Should().Equal(
            kernel.SelectMany(first => width.Select(second => first + second)));
    }

    [Fact]
    public void It_happens_once_the_share_of_the_budget_is_spent_and_starts_adams_moments_anew()
    {
        var learner = new Learner(new AdamOptions(), Toy.Conditional, joint: false);
        var one = Toy.Conditional.Sample(RandomSource.For(1, 0, "one"));
        learner.Ascend(learner.Distribution.Gradient([one], [1.0]));
        learner.SwitchToJoint();
        var before = learner.Distribution.Logits.ToArray();
        learner.Ascend(learner.Distribution.Gradient([one], [1.0]));
        var largest = learner.Distribution.Logits.ToArray().Zip(before, (after, from) => Math.Abs(after - from)).Max();
        largest.Should().BeApproximately(0.1, 1e-8, "Adam's first step has the length of the learning rate");
    }
}
