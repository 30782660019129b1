using NasEngine.Contracts;
using NasEngine.Strategies.Learned;

namespace NasEngine.Strategies.Tests.Learned;

public sealed class LstmTests
{
    [Fact]
    public void A_step_is_that_of_its_equations()
    {
        // One input and one unit: W is a row of two per gate in the order i, f, o, g, then the biases.
        var cell = LstmCell.At(1, 1, 1);
        double[] parameters = [99, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.01, 0.02, 0.03, 0.04];
        var before = new LstmStep([], [], null, [0.25], [], [-0.5]);

        var step = cell.Forward(parameters, [2], before);

        var i = Sigmoid(0.1 * 2 + 0.2 * -0.5 + 0.01);
        var f = Sigmoid(0.3 * 2 + 0.4 * -0.5 + 0.02);
        var o = Sigmoid(0.5 * 2 + 0.6 * -0.5 + 0.03);
        var g = Math.Tanh(0.7 * 2 + 0.8 * -0.5 + 0.04);
        step.Cell[0].Should().BeApproximately(f * 0.25 + i * g, 1e-15);
        step.Hidden[0].Should().BeApproximately(o * Math.Tanh(f * 0.25 + i * g), 1e-15);
    }

    [Fact]
    public void A_reader_says_the_same_whatever_it_read_before()
    {
        var surrogate = new LstmSurrogate(6, 7);
        var parameters = surrogate.Begin(RandomSource.For(1, 0, "begin"));
        int[][] sequences = [[1, 2, 3], [1, 2, 4, 5], [1, 2], [0], [1, 2, 3]];
        var one = surrogate.Reader(parameters);

        foreach (var sequence in sequences)
        {
            one(sequence).Should().Be(surrogate.Reader(parameters)(sequence));
        }
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
