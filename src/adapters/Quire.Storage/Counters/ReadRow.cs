using Quire.Core.Counters;

namespace Quire.Storage.Counters;

/// <summary>A row of <c>reads</c>. Days count from 1970-01-01.</summary>
internal sealed class ReadRow
{
    public const string Columns = "project_id AS ProjectId, prompt_id AS PromptId, day, number, alias, key, count";

    private static readonly int Epoch = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    public long ProjectId { get; set; }

    public long PromptId { get; set; }

    public long Day { get; set; }

    public long Number { get; set; }

    public string Alias { get; set; } = "";

    public string Key { get; set; } = "";

    public long Count { get; set; }

    public static long NumberOf(DateOnly day) => day.DayNumber - Epoch;

    public static object?[] Values(ReadCount count) =>
        [count.Key.ProjectId, count.Key.PromptId, NumberOf(count.Day), count.Key.Number, count.Key.Alias, count.Key.Key, count.Count];

    public ReadCount ToCount() => new(new ReadKey(ProjectId, PromptId, Number, Alias, Key), DateOnly.FromDayNumber((int)Day + Epoch), Count);
}
