using NasEngine.Strategies.Sequential;

namespace NasEngine.Strategies.Tests;

public sealed class GaussianProcessTests
{
    private const double Tolerance = 1e-9;

    // Computed by scikit-learn 1.2.1 on one-hot codes with ConstantKernel · RBF of length scales 1/√w + WhiteKernel.
    private static readonly HammingKernel Kernel = new(1.3, [0.4, 0.15, 0.7, 0.25], 0.05);

    private static readonly int[][] Points = [[0, 0, 0, 0], [1, 0, 2, 1], [2, 1, 3, 0], [0, 1, 1, 1], [1, 1, 0, 0], [2, 0, 2, 1]];

    private static readonly double[] Values = [-1.1, 0.3, 1.4, -0.5, 0.2, -0.3];

    [Fact]
    public void After_one_measurement_mean_and_variance_are_those_of_the_formula()
    {
        var kernel = new HammingKernel(2, [0.5, 0.25], 0.1);
        var process = new GaussianProcess(kernel, [[0, 0]], [3]);

        var same = process.Predict([0, 0]);
        same.Mean.Should().BeApproximately(2 * 3 / 2.1, Tolerance);
        same.Variance.Should().BeApproximately(2 - (4 / 2.1), Tolerance);

        var covariance = 2 * Math.Exp(-0.5);
        var other = process.Predict([1, 0]);
        other.Mean.Should().BeApproximately(covariance * 3 / 2.1, Tolerance);
        other.Variance.Should().BeApproximately(2 - (covariance * covariance / 2.1), Tolerance);
    }

    [Fact]
    public void After_two_measurements_they_are_those_of_the_inverse_of_two_by_two()
    {
        var kernel = new HammingKernel(1, [0.5, 0.25], 0.2);
        var process = new GaussianProcess(kernel, [[0, 0], [1, 0]], [1, -2]);

        var (a, b) = (1.2, Math.Exp(-0.5));
        var determinant = (a * a) - (b * b);
        var (one, two) = (Math.Exp(-0.25), Math.Exp(-0.75));
        var predicted = process.Predict([0, 1]);
        predicted.Mean.Should().BeApproximately(((one * (a + (b * 2))) - (two * (b + (a * 2)))) / determinant, Tolerance);
        predicted.Variance.Should().BeApproximately(
            1 - (((a * one * one) - (2 * b * one * two) + (a * two * two)) / determinant), Tolerance);
        process.LogLikelihood.Should().BeApproximately(
            (-0.5 * ((a * 1) + (2 * b * 2) + (a * 4)) / determinant) - (0.5 * Math.Log(determinant)) - Math.Log(2 * Math.PI), Tolerance);
    }

    [Fact]
    public void Six_measurements_give_what_scikit_learn_gives()
    {
        var process = new GaussianProcess(Kernel, Points, Values);
        process.LogLikelihood.Should().BeApproximately(-7.830418083926805, Tolerance);
        Check([1, 0, 2, 0], 0.2939559883450822, 0.48440840139472036);
        Check([2, 1, 0, 1], -0.08462531143128987, 0.7561080332403013);
        Check([0, 0, 0, 0], -1.0339996944273224, 0.04712798247676192);

        void Check(int[] point, double mean, double variance)
        {
            var predicted = process.Predict(point);
            predicted.Mean.Should().BeApproximately(mean, Tolerance);
            predicted.Variance.Should().BeApproximately(variance, Tolerance);
        }
    }

    [Fact]
    public void What_is_believed_of_pending_ones_leaves_means_as_they_are_and_takes_their_variance_away()
    {
        var process = new GaussianProcess(Kernel, Points, Values);
        var believing = process.Believing([[1, 0, 2, 0]]);

        believing.Predict([2, 1, 0, 1]).Mean.Should().BeApproximately(process.Predict([2, 1, 0, 1]).Mean, Tolerance);
        believing.Predict([2, 1, 0, 1]).Variance.Should().BeLessThan(process.Predict([2, 1, 0, 1]).Variance);
        var (before, after) = (process.Predict([1, 0, 2, 0]).Variance, believing.Predict([1, 0, 2, 0]).Variance);
        after.Should().BeApproximately(before * 0.05 / (before + 0.05), Tolerance);
    }

    [Fact]
    public void The_gradient_of_the_likelihood_is_that_of_scikit_learn_and_of_the_priors()
    {
        double[] logarithms = [.. Kernel.Weights.Select(Math.Log), Math.Log(1.3), Math.Log(0.05 - HyperparameterFit.LeastNoise)];
        double[] likelihood =
        [
            0.03061066596584683, 0.050360910745877355, 0.05115897445300299, -0.040336751131807236,
            -0.8365604527451589, -0.03564314027755186,
        ];
        double[] prior = [.. logarithms[..4].Select(one => Math.Log(0.5) - one), -logarithms[4], (Math.Log(0.01) - logarithms[5]) / 4];

        var gradient = HyperparameterFit.Gradient(logarithms, Points, Values);

        // The last is by the logarithm of the noise above its floor.
        prior[5] -= likelihood[5] * HyperparameterFit.LeastNoise / 0.05;
        gradient.Should().Equal(likelihood.Zip(prior, (one, other) => one + other), (one, other) => Math.Abs(one - other) < 1e-8);
    }

    [Fact]
    public void The_gradient_is_that_of_central_differences()
    {
        double[] logarithms = [-1.2, 0.4, 0.1, -0.3, 0.5, -2];
        var gradient = HyperparameterFit.Gradient(logarithms, Points, Values);
        for (var i = 0; i < logarithms.Length; i++)
        {
            double At(double step)
            {
                double[] moved = [.. logarithms];
                moved[i] += step;
                return HyperparameterFit.Value(moved, Points, Values);
            }

            gradient[i].Should().BeApproximately((At(1e-5) - At(-1e-5)) / 2e-5, 1e-7);
        }
    }

    [Fact]
    public void The_fit_is_likelier_than_where_it_began_and_sees_which_decision_matters()
    {
        int[][] points = [.. Enumerable.Range(0, 27).Select(i => new[] { i % 3, i / 3 % 3, i / 9 })];
        double[] values = [.. points.Select(point => point[1] - 1.0)];
        var start = HyperparameterFit.Prior(3);
        var fitted = HyperparameterFit.Fit(points, values);

        new GaussianProcess(fitted, points, values).LogLikelihood
            .Should().BeGreaterThan(new GaussianProcess(start, points, values).LogLikelihood);
        fitted.Weights[1].Should().BeGreaterThan(5 * Math.Max(fitted.Weights[0], fitted.Weights[2]));
    }
}
