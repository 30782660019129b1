namespace NasEngine.Web.Views;

/// <summary>Where definitions differ.</summary>
internal static class Difference
{
    /// <summary>The names whose values are not all the same, with the values; a dash where one has none.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<string> Values)> Of(IReadOnlyList<(string Name, string Value)[]> definitions) =>
    [
        .. definitions.SelectMany(rows => rows.Select(row => row.Name)).Distinct()
            .Select(name => (name, Values: (
                IReadOnlyList<string>)[.. definitions.Select(rows => rows.FirstOrDefault(row => row.Name == name).Value ?? "–")]))
            .Where(row => row.Values.Distinct().Count() > 1),
    ];
}
