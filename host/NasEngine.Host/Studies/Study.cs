using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using NasEngine.Contracts;

namespace NasEngine.Host.Studies;

/// <summary>The completed trials of an Optuna study.</summary>
/// <param name="Directions">Which way each of its values is better.</param>
/// <param name="Trials">Trials in order, of which all values are finite.</param>
internal sealed record Study(ImmutableArray<Direction> Directions, ImmutableArray<StudyTrial> Trials)
{
    /// <summary>How many completed trials are left out, as a value of theirs is not finite.</summary>
    public int LeftOut { get; init; }

    /// <summary>Reads one from Optuna's relational storage in SQLite.</summary>
    /// <exception cref="InputException">The file is none, or has no such study.</exception>
    public static Study Read(string path, string? name)
    {
        try
        {
            using var connection = new SqliteConnection(
                new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            connection.Open();
            var names = Rows(
                connection, "SELECT study_id, study_name FROM studies ORDER BY study_id",
                row => (Id: row.GetInt64(0), Name: row.GetString(1)));
            var study = names.FirstOrDefault(one => name is null ? names.Length == 1 : one.Name == name) is { Name: not null } found
                ? found.Id
                : throw new InputException(name is null
                    ? $"'{path}' has {names.Length} studies ({string.Join(", ", names.Select(one => one.Name))}); name one by --study."
                    : $"'{path}' has no study '{name}' ({Suggest.Instead(name, names.Select(one => one.Name))}); name one by --study.");
            var parameters = Rows(
                connection,
                "SELECT p.trial_id, p.param_name, p.param_value, p.distribution_json FROM trial_params p "
                + $"JOIN trials t ON t.trial_id = p.trial_id WHERE t.study_id = {study}",
                row => (Trial: row.GetInt64(0), Name: row.GetString(1), Text: Text(row.GetDouble(2), row.GetString(3))))
                .ToLookup(one => one.Trial, one => KeyValuePair.Create(one.Name, one.Text));
            var values = Rows(
                connection,
                "SELECT v.trial_id, v.value FROM trial_values v JOIN trials t ON t.trial_id = v.trial_id "
                + $"WHERE t.study_id = {study} AND v.value_type = 'FINITE' ORDER BY v.objective",
                row => (Trial: row.GetInt64(0), Value: row.GetDouble(1))).ToLookup(one => one.Trial, one => one.Value);
            ImmutableArray<Direction> directions =
            [
                .. Rows(
                        connection, $"SELECT direction FROM study_directions WHERE study_id = {study} ORDER BY objective",
                        row => row.GetString(0))
                    .Select(word => word switch
                    {
                        "MAXIMIZE" => Direction.Maximize,
                        "MINIMIZE" => Direction.Minimize,
                        _ => throw new InvalidDataException($"a value is to '{word}'"),
                    }),
            ];
            var completed = Rows(
                connection, $"SELECT trial_id, number FROM trials WHERE study_id = {study} AND state = 'COMPLETE' ORDER BY number",
                row => (Id: row.GetInt64(0), Number: row.GetInt64(1)));
            ImmutableArray<StudyTrial> trials =
            [
                .. completed.Where(trial => values[trial.Id].Count() == directions.Length && values[trial.Id].All(double.IsFinite))
                    .Select(trial => new StudyTrial(
                        trial.Number, parameters[trial.Id].ToImmutableSortedDictionary(StringComparer.Ordinal), [.. values[trial.Id]])),
            ];
            return new Study(directions, trials) { LeftOut = completed.Length - trials.Length };
        }
        catch (Exception wrong) when (wrong is SqliteException or InvalidCastException or InvalidOperationException or JsonException
            or KeyNotFoundException or ArgumentException or InvalidDataException)
        {
            throw new InputException($"'{path}' is no storage of Optuna in SQLite: {Clause.Of(wrong.Message)}.", wrong);
        }
    }

    private static string Text(double value, string distribution)
    {
        using var json = JsonDocument.Parse(distribution);
        if (!json.RootElement.GetProperty("attributes").TryGetProperty("choices", out var choices))
        {
            return value.ToString("R", CultureInfo.InvariantCulture);
        }

        var choice = value >= 0 && value < choices.GetArrayLength() ? choices[(int)value] : throw new InvalidDataException(
            FormattableString.Invariant($"a parameter has choice {value} of {choices.GetArrayLength()}"));
        return choice.ValueKind == JsonValueKind.String ? choice.GetString()! : choice.GetRawText();
    }

    private static T[] Rows<T>(SqliteConnection connection, string sql, Func<SqliteDataReader, T> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return [.. rows];
    }
}
