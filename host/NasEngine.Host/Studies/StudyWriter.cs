using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using NasEngine.Contracts;
using NasEngine.Pipeline.Reading;

namespace NasEngine.Host.Studies;

/// <summary>
/// Writes a search's trials as an Optuna study: decisions as categorical parameters, the axes of the objective as its values, and all
/// that was measured as user attributes. Trials that failed are there as such, and so are those that lack an axis.
/// </summary>
internal static class StudyWriter
{
    /// <summary>Makes a file with one study.</summary>
    /// <param name="path">Where nothing is.</param>
    /// <param name="name">Of the study.</param>
    /// <param name="space">The space.</param>
    /// <param name="axes">The objective's.</param>
    /// <param name="entries">What the search tried.</param>
    /// <returns>How many trials it has.</returns>
    /// <exception cref="InputException">Something is there, or it cannot be written.</exception>
    public static int Write(
        string path, string name, ISearchSpace space, ImmutableArray<ObjectiveAxis> axes, IEnumerable<HistoryEntry> entries)
    {
        if (File.Exists(path))
        {
            throw new InputException($"'{path}' is there already; give the study another file.");
        }

        try
        {
            using var connection = new SqliteConnection(
                new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false }.ToString());
            connection.Open();
            using var transaction = connection.BeginTransaction();
            Run(connection, StudySchema.Create);
            Run(connection, "INSERT INTO studies VALUES (1, $p0)", name);
            for (var axis = 0; axis < axes.Length; axis++)
            {
                var direction = axes[axis].Direction == Direction.Maximize ? "MAXIMIZE" : "MINIMIZE";
                Run(connection, "INSERT INTO study_directions (direction, study_id, objective) VALUES ($p0, 1, $p1)", direction, axis);
            }

            Run(
                connection, "INSERT INTO study_system_attributes (study_id, \"key\", value_json) VALUES (1, 'study:metric_names', $p0)",
                JsonSerializer.Serialize(axes.Select(axis => axis.Metric)));
            var number = 0;
            foreach (var entry in entries)
            {
                if (entry is { Candidate.Work: Trial trial, Measurement: { } measured })
                {
                    Add(connection, number++, space, axes, trial.Architecture, measured, entry.At);
                }
            }

            transaction.Commit();
            return number;
        }
        catch (SqliteException refused)
        {
            if (File.Exists(path))
            {
                File.Delete(path); // Nothing was there before.
            }

            throw new InputException($"The study cannot be written to '{path}': {Clause.Of(refused.Message)}.", refused);
        }
    }

    private static void Add(
        SqliteConnection connection, int number, ISearchSpace space, ImmutableArray<ObjectiveAxis> axes, Architecture architecture,
        Measurement measured, DateTimeOffset? at)
    {
        var values = axes.Select(axis =>
            measured.Metrics.TryGetValue(axis.Metric, out var value) ? value : Known(space, axis.Metric, architecture)).ToArray();
        var isComplete = measured.Failure is null && values.All(double.IsFinite);
        var (id, time) = (number + 1, at?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture));
        Run(
            connection, "INSERT INTO trials VALUES ($p0, $p1, 1, $p2, $p3, $p3)", id, number, isComplete ? "COMPLETE" : "FAIL",
            (object?)time ?? DBNull.Value);
        for (var axis = 0; isComplete && axis < values.Length; axis++)
        {
            Run(
                connection, "INSERT INTO trial_values (trial_id, objective, value, value_type) VALUES ($p0, $p1, $p2, 'FINITE')", id, axis,
                values[axis]);
        }

        for (var place = 0; place < space.Decisions.Decisions.Length; place++)
        {
            if (architecture.Values[place] is >= 0 and var choice)
            {
                var decision = space.Decisions.Decisions[place];
                Run(
                    connection,
                    "INSERT INTO trial_params (trial_id, param_name, param_value, distribution_json) VALUES ($p0, $p1, $p2, $p3)",
                    id, decision.Name, (double)choice, JsonSerializer.Serialize(
                        new { name = "CategoricalDistribution", attributes = new { choices = decision.Choices } }));
            }
        }

        foreach (var (key, value) in measured.Metrics.Where(metric => double.IsFinite(metric.Value))
            .Select(metric => (metric.Key, (object)metric.Value)).Append(("architecture", (object)space.Format(architecture))))
        {
            Run(
                connection, "INSERT INTO trial_user_attributes (trial_id, \"key\", value_json) VALUES ($p0, $p1, $p2)", id, key,
                JsonSerializer.Serialize(value));
        }
    }

    private static double Known(ISearchSpace space, string metric, Architecture architecture) =>
        new CountedCosts(space) is var costs && costs.Knows(metric) ? costs.Cost(metric, architecture) : double.NaN;

    private static void Run(SqliteConnection connection, string sql, params object[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var place = 0; place < values.Length; place++)
        {
            command.Parameters.AddWithValue($"$p{place}", values[place]);
        }

        command.ExecuteNonQuery();
    }
}
