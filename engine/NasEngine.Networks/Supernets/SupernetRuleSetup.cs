using TorchSharp;
namespace NasEngine.Networks;

/// <summary>What a rule is made with.</summary>
/// <param name="Space">The space of the supernet.</param>
/// <param name="Device">Where the shared weights live.</param>
/// <param name="Seed">The search's seed.</param>
public sealed record SupernetRuleSetup(INetworkSpace Space, torch.Device Device, ulong Seed);
