using TorchSharp;

namespace NasEngine.Networks.Tests.ZeroCost;

/// <summary>A linear classifier of two features and classes, L = −log softmax(Wx)_y, and its gradients by hand.</summary>
internal static class Classifier
{
    public static double[,] W { get; } = { { 0.5, -1 }, { 2, 0.25 } };

    public static double[][] X { get; } = [[1, 2], [-1, 0.5], [3, -2]];

    public static long[] Y { get; } = [0, 1, 1];

    public static ProxyCase Case() => ZeroCostProxiesTests.Case(
        NetworkSpec.From(new FeatureShape(2, 1, 1)).Linear("l", 2).Build(),
        network => network.Weights["l.weight"].copy_(torch.tensor(W)),
        torch.tensor(X.SelectMany(row => row).Select(v => (float)v).ToArray()).reshape(3, 2, 1, 1),
        Y);

    public static double[] Logits(double[,] w, double[] image) =>
        [.. Enumerable.Range(0, 2).Select(k => (w[k, 0] * image[0]) + (w[k, 1] * image[1]))];

    /// <summary>p − y, the slopes of one image's loss by its logits.</summary>
    public static double[] Slopes(double[,] w, double[] image, long label)
    {
        var logits = Logits(w, image);
        var sum = logits.Sum(Math.Exp);
        return [.. logits.Select((logit, k) => (Math.Exp(logit) / sum) - (k == label ? 1 : 0))];
    }

    /// <summary>∂L/∂W = (p − y) xᵀ, mean over the images.</summary>
    public static double[,] Gradient(double[,] w)
    {
        var gradient = new double[2, 2];
        foreach (var (image, label) in X.Zip(Y))
        {
            var slopes = Slopes(w, image, label);
            for (var k = 0; k < 2; k++)
            {
                gradient[k, 0] += slopes[k] * image[0] / X.Length;
                gradient[k, 1] += slopes[k] * image[1] / X.Length;
            }
        }

        return gradient;
    }

    public static double[,] Moved(double[,] direction, double step) => new[,]
    {
        { W[0, 0] + (step * direction[0, 0]), W[0, 1] + (step * direction[0, 1]) },
        { W[1, 0] + (step * direction[1, 0]), W[1, 1] + (step * direction[1, 1]) },
    };
}
