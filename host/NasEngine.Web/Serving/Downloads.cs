using System.Globalization;
using System.Text.Json;
using NasEngine.Contracts;
using NasEngine.Networks;
using NasEngine.Networks.Pictures;
using NasEngine.Web.Live;
using NasEngine.Web.Views;
using TrialCsv = NasEngine.Host.Output.Trials.TrialCsv;

namespace NasEngine.Web.Serving;

/// <summary>What is served beside the pages: pictures of networks, and the trials of a search as CSV and JSON.</summary>
internal static class Downloads
{
    private const int RowsAtOnce = 5000;

    /// <summary>Adds them.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/search/{id:long}/picture/{key}.svg", Picture);
        app.MapGet("/search/{id:long}/trials.csv", (long id, WorkspaceWatch watch, HttpResponse response) =>
            TrialsAsync(id, watch, response, "text/csv", CsvAsync));
        app.MapGet("/search/{id:long}/trials.json", (long id, WorkspaceWatch watch, HttpResponse response) =>
            TrialsAsync(id, watch, response, "application/json", JsonAsync));
    }

    private static IResult Picture(long id, string key, WorkspaceWatch watch, SearchPartsSource parts)
    {
        if (watch.Find(id) is not { } row || parts.Of(row.Header).Space is not INetworkSpace space)
        {
            return Results.NotFound();
        }

        try
        {
            var architecture = space.Decisions.FromKey(key);
            return Results.Text(
                NetworkPicture.Svg(space.Describe(architecture), $"{space.Decisions.Id} {space.Format(architecture)}"), "image/svg+xml");
        }
        catch (InputException)
        {
            return Results.NotFound();
        }
    }

    private static async Task TrialsAsync(
        long id, WorkspaceWatch watch, HttpResponse response, string type, Func<WatchedSearch, TextWriter, Task> write)
    {
        await watch.RefreshAsync();
        if (watch.Begin(id) is not { } search)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        try
        {
            while (!search.IsUpToDate && await watch.RefreshAsync())
            {
                response.HttpContext.RequestAborted.ThrowIfCancellationRequested();
            }

            response.ContentType = type;
            var writer = new StreamWriter(response.Body);
            await using (writer)
            {
                await write(search, writer);
            }
        }
        finally
        {
            watch.End(search);
        }
    }

    private static async Task CsvAsync(WatchedSearch search, TextWriter writer)
    {
        var columns = search.Read(TrialPage.Columns);
        string[] others = ["number", "state", "score", "measured", "text"];
        await writer.WriteLineAsync(
            string.Join(',', others[..3].Concat(TrialCsv.Named(columns, others)).Concat(others[3..]).Select(Quoted)));
        foreach (var row in Rows(search))
        {
            var cells = new[] { Text(row.Number), row.State, Text(row.Score) }.Concat(row.Figures.Select(figure => Text(figure)))
                .Concat([row.At?.ToString("O", CultureInfo.InvariantCulture) ?? "", row.Text]);
            await writer.WriteLineAsync(string.Join(',', cells.Select(Quoted)));
        }
    }

    private static async Task JsonAsync(WatchedSearch search, TextWriter writer)
    {
        var columns = search.Read(TrialPage.Columns);
        await writer.WriteAsync('[');
        var before = "";
        foreach (var row in Rows(search))
        {
            var metrics =
                columns.Zip(row.Figures).Where(pair => pair.Second is not null).ToDictionary(pair => pair.First, pair => pair.Second);
            await writer.WriteAsync(before);
            await writer.WriteAsync(JsonSerializer.Serialize(
                new { row.Number, row.State, row.Score, Metrics = metrics, Measured = row.At, row.Text }, JsonSerializerOptions.Web));
            before = ",\n";
        }

        await writer.WriteLineAsync("]");
    }

    private static IEnumerable<TrialRow> Rows(WatchedSearch search)
    {
        var query = new TrialQuery(Descending: false);
        for (var skip = 0; ; skip += RowsAtOnce)
        {
            var page = search.Read(one => TrialPage.Of(one, search.Parts.Space, query, skip, RowsAtOnce));
            foreach (var row in page.Rows)
            {
                yield return row;
            }

            if (page.Rows.Count < RowsAtOnce)
            {
                yield break;
            }
        }
    }

    private static string Text(IFormattable? value) => value?.ToString(null, CultureInfo.InvariantCulture) ?? "";

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
