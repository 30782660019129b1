namespace NasEngine.Strategies.Sequential;

/// <summary>The shape of a perceptron on codes of zeros and ones: hidden layers of one width with ReLU, then linear outputs.</summary>
/// <param name="Inputs">Places of the code, at least 1.</param>
/// <param name="Layers">Hidden layers, at least 1.</param>
/// <param name="Width">Units of each, at least 1.</param>
/// <param name="Outputs">Outputs, at least 1.</param>
internal sealed record MlpShape(int Inputs, int Layers, int Width, int Outputs)
{
    /// <summary>
    /// Weights and biases: of the first layer input by input, then its biases; of each other layer and of the outputs unit by unit, then
    /// its biases.
    /// </summary>
    public int Parameters => ((Inputs + 1) * Width) + ((Layers - 1) * (Width + 1) * Width) + ((Width + 1) * Outputs);

    /// <summary>Where the weights of a layer begin, from 1; layer <see cref="Layers"/> is that of the outputs.</summary>
    public int Start(int layer) => ((Inputs + 1) * Width) + ((layer - 1) * (Width + 1) * Width);

    /// <summary>How many units a layer has.</summary>
    public int Units(int layer) => layer == Layers ? Outputs : Width;
}
