namespace NasEngine.Contracts.Recipes;

/// <summary>Data sets that come with the engine; others by <see cref="RecipeSearch.Data(string, object?)"/>.</summary>
public static class Data
{
    /// <summary>Fashion-MNIST: 60,000 training and 10,000 test images, 28×28, ten classes (arXiv 1708.07747).</summary>
    public static ComponentSpec FashionMnist() => "fashion-mnist";
}
