using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks;

/// <summary>What estimators that train networks need of their setup.</summary>
internal static class EstimatorSetups
{
    /// <summary>The space, which must describe networks.</summary>
    /// <exception cref="InputException">It does not.</exception>
    public static INetworkSpace Networks(this EstimatorSetup setup, string user) =>
        setup.Space as INetworkSpace ?? throw new InputException(
        $"{user} needs a space of networks, and '{setup.Space.Decisions.Id}' is a table; use a tabular estimator with it.");

    /// <summary>The data, which must fit the networks of the space.</summary>
    /// <exception cref="InputException">There is none, or images or classes differ.</exception>
    public static IDataset Images(this EstimatorSetup setup, string user)
    {
        var data = setup.Data ?? throw new InputException($"{user} needs data, and the search names none; add .Data(...).");
        var space = setup.Networks(user);
        var shape = data.Train.Shape;
        var wanted = data.Train.Targets.IsEmpty ? $"in {data.Classes} classes" : "and a number to learn";
        SequenceFit.Check(space, data, user);
        if (space.Input != new FeatureShape(shape.Channels, shape.Height, shape.Width) || space.Classes != data.Classes)
        {
            throw new InputException(
                $"Space '{space.Decisions.Id}' is for images {space.Input} in {space.Classes} classes; data '{data.Name}' has "
                + $"{shape.Channels}×{shape.Height}×{shape.Width} {wanted}."
                + (shape.Height == shape.Width
                    ? $" Give the space new {{ InputChannels = {shape.Channels}, InputSize = {shape.Height}, Classes = {data.Classes} }}."
                    : ""));
        }

        return data;
    }

    /// <summary>The device of the search.</summary>
    /// <exception cref="InputException">There is no such device here.</exception>
    public static torch.Device TorchDevice(this EstimatorSetup setup) => TorchDevices.Find(setup.Device);
}
