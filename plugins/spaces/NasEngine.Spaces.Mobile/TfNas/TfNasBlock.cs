using NasEngine.Networks;

namespace NasEngine.Spaces.Mobile.TfNas;

/// <summary>A place for an operation.</summary>
/// <param name="Group">Name of its group of decisions.</param>
/// <param name="Stage">Number of the stage, from 0.</param>
/// <param name="Block">Number of the block in the stage, from 0.</param>
/// <param name="Input">Input channels.</param>
/// <param name="Settings">The stage.</param>
/// <param name="Depth">The decision it depends on, or null when it is always there.</param>
internal sealed record TfNasBlock(string Group, int Stage, int Block, int Input, TfNasStage Settings, int? Depth)
{
    public InvertedResidual Describe(TfNasOperation operation, int middle) => new()
    {
        Channels = Settings.Channels,
        Middle = middle,
        Kernel = operation.Kernel,
        Stride = Block == 0 ? Settings.Stride : 1,
        Activation = Settings.Activation,
        Attention = operation.Attention ? new ChannelAttention(1, operation.Hidden(Input), Activation: Settings.Activation) : null,
    };
}
