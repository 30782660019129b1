using TorchSharp;

namespace NasEngine.Plugins.Conformance;

/// <summary>
/// While it lives, a tensor that is made without naming a device is made on <c>meta</c>, which has shapes and no values, and
/// fails beside one of the processor or when it is read. Code that goes through under it makes every tensor where it was asked
/// to, and so runs on any device. For a test alone: it holds for the whole process.
/// </summary>
public sealed class ElsewhereByDefault : IDisposable
{
    /// <summary>Begins.</summary>
    public ElsewhereByDefault() => torch.set_default_device(new torch.Device(DeviceType.META));

    /// <inheritdoc/>
    public void Dispose() => torch.set_default_device(torch.CPU);
}
