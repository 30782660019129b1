using NasEngine.Contracts;
using NasEngine.Strategies.Sequential;

namespace NasEngine.Strategies.Tests;

public sealed class MlpTests
{
    private static readonly MlpShape Shape = new(Inputs: 7, Layers: 3, Width: 5, Outputs: 2);

    private static readonly int[][] Codes = [[0, 3], [1], [2, 4, 6], [], [5, 6]];

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Outputs_are_those_of_the_sums_written_out(int batch)
    {
        var parameters = Parameters();
        var mlp = new Mlp(Shape, batch);
        for (var at = 0; at < Codes.Length; at += batch)
        {
            mlp.Forward(parameters, Codes.AsSpan(at, batch));
            for (var sample = 0; sample < batch; sample++)
            {
                var expected = WrittenOut(parameters, Codes[at + sample]);
                mlp.Output(0, sample).Should().BeApproximately((float)expected[0], 1e-5f);
                mlp.Output(1, sample).Should().BeApproximately((float)expected[1], 1e-5f);
            }
        }
    }

    [Fact]
    public void The_gradient_is_that_of_central_differences()
    {
        var parameters = Parameters();
        float[] slopes = [0.3f, -0.7f, 1.1f, 0.2f, -0.4f, 0.9f, -0.1f, 0.5f, -0.6f, 0.8f];
        var mlp = new Mlp(Shape, Codes.Length);
        var gradient = new float[parameters.Length];
        mlp.Forward(parameters, Codes);
        mlp.Backward(parameters, Codes, slopes, gradient);

        for (var i = 0; i < Shape.Parameters; i++)
        {
            double Loss(float step)
            {
                float[] moved = [.. parameters];
                moved[i] += step;
                var outputs = Codes.Select(code => WrittenOut(moved, code)).ToArray();
                return Enumerable.Range(0, slopes.Length).Sum(slope => slopes[slope] * outputs[slope % Codes.Length][slope / Codes.Length]);
            }

            ((double)gradient[i]).Should().BeApproximately((Loss(1e-3f) - Loss(-1e-3f)) / 2e-3, 2e-3, "it is parameter {0}", i);
        }

        gradient.Count(slope => slope != 0).Should().BeGreaterThan(Shape.Parameters / 3);
    }

    [Fact]
    public void Training_learns_what_a_code_is_worth()
    {
        int[][] codes = [.. Enumerable.Range(0, 64).Select(i => new[] { i % 8, 8 + (i / 8) })];
        float[] targets = [.. codes.Select(code => ((code[0] * code[1]) - 40) / 20f)];
        var shape = new MlpShape(16, 3, 20, 1);
        var parameters = new MlpTraining(Epochs: 400).Fit(shape, codes, [targets], RandomSource.For(1, 0, "training"));

        var mlp = new Mlp(shape, codes.Length);
        mlp.Forward(parameters, codes);
        codes.Select((_, i) => Math.Abs(mlp.Output(0, i) - targets[i])).Average().Should().BeLessThan(0.1f);
    }

    [Fact]
    public void Trials_without_a_target_do_not_pull_at_that_output()
    {
        int[][] codes = [.. Enumerable.Range(0, 20).Select(i => new[] { i % 5 })];
        float[] known = [.. codes.Select(code => (float)code[0])];
        float[] gaps = [.. codes.Select((code, i) => i < 10 ? 10f - code[0] : float.NaN)];
        var shape = new MlpShape(5, 2, 10, 2);
        var parameters = new MlpTraining(Epochs: 400).Fit(shape, codes, [known, gaps], RandomSource.For(1, 0, "training"));

        parameters.Should().OnlyContain(parameter => float.IsFinite(parameter));
        var mlp = new Mlp(shape, 1);
        mlp.Forward(parameters, codes.AsSpan(13, 1));
        mlp.Output(0, 0).Should().BeApproximately(3, 0.5f);
        mlp.Output(1, 0).Should().BeApproximately(7, 0.5f);
    }

    private static float[] Parameters()
    {
        var random = RandomSource.For(3, 0, "parameters");
        var parameters = new float[FlatAdam.Padded(Shape.Parameters)];
        for (var i = 0; i < Shape.Parameters; i++)
        {
            parameters[i] = (float)(0.6 * random.NextGaussian());
        }

        return parameters;
    }

    private static double[] WrittenOut(float[] parameters, int[] code)
    {
        double First(int unit) =>
            parameters[(Shape.Inputs * Shape.Width) + unit] + code.Sum(place => (double)parameters[(place * Shape.Width) + unit]);
        double[] units = [.. Enumerable.Range(0, Shape.Width).Select(unit => Math.Max(0, First(unit)))];
        for (var layer = 1; layer <= Shape.Layers; layer++)
        {
            var weights = parameters[Shape.Start(layer)..];
            var next = new double[Shape.Units(layer)];
            for (var unit = 0; unit < next.Length; unit++)
            {
                var incoming = weights[(unit * Shape.Width)..];
                var sum = weights[(next.Length * Shape.Width) + unit] + units.Select((value, below) => value * incoming[below]).Sum();
                next[unit] = layer < Shape.Layers ? Math.Max(0, sum) : sum;
            }

            units = next;
        }

        return units;
    }
}
