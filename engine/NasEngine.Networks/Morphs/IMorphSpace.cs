using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>
/// A space of networks that grow without a change of what they compute. Weights that two networks share have the same names;
/// <see cref="NetworkMorph"/> finds out how the tensors of the larger come from those of the smaller, whatever number of changes lies
/// between them: copied units where it is wider, zeros around a kernel where that is larger. What is new in it begins as this says.
/// </summary>
public interface IMorphSpace : INetworkSpace, IGrowingSpace
{
    /// <summary>How an operation begins that the smaller network has not.</summary>
    /// <param name="key">Its weight key, such as <c>stage2.layer3.conv</c>.</param>
    Beginning BeginningOf(string key);
}
