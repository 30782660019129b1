using static TorchSharp.torch;

namespace TorchSharp;

public abstract class Loss<T1, T2, TResult>(nn.Reduction reduction = nn.Reduction.Mean)
    : nn.Module<T1, T2, TResult>(nameof(Loss<T1, T2, TResult>))
{
    public nn.Reduction reduction { get; } = reduction;
}

public abstract class Loss<T1, T2, T3, TResult>(nn.Reduction reduction = nn.Reduction.Mean)
    : nn.Module<T1, T2, T3, TResult>(nameof(Loss<T1, T2, T3, TResult>))
{
    public nn.Reduction reduction { get; } = reduction;
}

public abstract class Loss<T1, T2, T3, T4, TResult>(nn.Reduction reduction = nn.Reduction.Mean)
    : nn.Module<T1, T2, T3, T4, TResult>(nameof(Loss<T1, T2, T3, T4, TResult>))
{
    public nn.Reduction reduction { get; } = reduction;
}

public abstract class WeightedLoss<T1, T2, TResult>(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean)
    : Loss<T1, T2, TResult>(reduction)
{
    public Tensor? weight { get; } = weight;
}

public abstract class WeightedLoss<T1, T2, T3, TResult>(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean)
    : Loss<T1, T2, T3, TResult>(reduction)
{
    public Tensor? weight { get; } = weight;
}

public abstract class WeightedLoss<T1, T2, T3, T4, TResult>(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean)
    : Loss<T1, T2, T3, T4, TResult>(reduction)
{
    public Tensor? weight { get; } = weight;
}
