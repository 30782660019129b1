namespace NasEngine.Contracts.Recipes;

/// <summary>Data sets that come with the engine; others by <see cref="RecipeSearch.Data(string, object?)"/>.</summary>
public static class Data
{
    /// <summary>Fashion-MNIST: 60,000 training and 10,000 test images, 28×28, ten classes (arXiv 1708.07747).</summary>
    /// <param name="take">So many of the training images only, for a quick look; other data sets have it among their options.</param>
    /// <example><code>.Data(Data.FashionMnist(take: 5000))</code></example>
    public static ComponentSpec FashionMnist(int? take = null) => new("fashion-mnist", OptionBag.From(new { Take = take }));

    /// <summary>Pictures in a folder per class, or in <c>train</c>, <c>val</c> and <c>test</c> that have them.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="options"><c>new { Size = 64, Channels = 1, Resize = "pad" }</c>; 'nas plugins show folder' lists them.</param>
    /// <example><code>.Data(Data.Folder("photos", new { Size = 64 }))</code></example>
    public static ComponentSpec Folder(string folder, object? options = null) => Files("folder", folder, options);

    /// <summary>A table of comma-separated values with a header: numbers and categories, of which a column is learned.</summary>
    /// <param name="file">The file.</param>
    /// <param name="target">Name of the column that networks learn to give: classes, or a number.</param>
    /// <param name="options"><c>new { Drop = "id", Split = "part" }</c>; 'nas plugins show csv' lists them.</param>
    /// <example><code>.Data(Data.Csv("houses.csv", target: "price"))</code></example>
    public static ComponentSpec Csv(string file, string target, object? options = null) => Table("csv", file, target, options);

    /// <summary>A table of Apache Parquet, as <see cref="Csv"/>.</summary>
    /// <param name="file">The file.</param>
    /// <param name="target">Name of the column that networks learn to give: classes, or a number.</param>
    /// <param name="options"><c>new { Drop = "id", Split = "part" }</c>; 'nas plugins show parquet' lists them.</param>
    /// <example><code>.Data(Data.Parquet("houses.parquet", target: "price"))</code></example>
    public static ComponentSpec Parquet(string file, string target, object? options = null) => Table("parquet", file, target, options);

    /// <summary>Texts, or tokens with blanks between them, each with a class or a number: a line <c>LABEL tab TEXT</c> each.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options"><c>new { Length = 64, Splitting = "characters" }</c>; 'nas plugins show sequence' lists them.</param>
    /// <example><code>.Data(Data.Sequence("reviews.txt", new { Length = 64 }))</code></example>
    public static ComponentSpec Sequence(string file, object? options = null) => Files("sequence", file, options);

    /// <summary>
    /// Arrays of NumPy: <c>x_train</c> and <c>y_train</c> or <c>train_images</c> and <c>train_labels</c>, and the same for val and test.
    /// </summary>
    /// <param name="file">The file, as <c>numpy.savez</c> writes it.</param>
    /// <param name="options">'nas plugins show npz' lists them.</param>
    /// <example><code>.Data(Data.Npz("digits.npz"))</code></example>
    public static ComponentSpec Npz(string file, object? options = null) => Files("npz", file, options);

    /// <summary>Four IDX files in a folder, as those of MNIST, EMNIST and KMNIST.</summary>
    /// <param name="folder">The folder.</param>
    /// <example><code>.Data(Data.Idx("kmnist"))</code></example>
    public static ComponentSpec Idx(string folder) => Files("idx", folder, null);

    private static ComponentSpec Table(string id, string file, string target, object? options)
    {
        var table = Files(id, file, options);
        return table with { Options = table.Options.With("target", target) };
    }

    private static ComponentSpec Files(string id, string place, object? options) =>
        new(id, OptionBag.From(options).With(IDataset.FolderOption, place));
}
