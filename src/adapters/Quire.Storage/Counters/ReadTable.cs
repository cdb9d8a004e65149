using Quire.Core.Counters;
using Quire.Storage.Sessions;

namespace Quire.Storage.Counters;

/// <inheritdoc cref="IReads"/>
internal sealed class ReadTable(Db db) : IReads
{
    private const string OfPrompt = "project_id = @projectId AND prompt_id = @promptId AND day BETWEEN @first AND @last";
    private const string Newest =
        $"SELECT {ReadRow.Columns} FROM reads WHERE {OfPrompt} ORDER BY day DESC, number DESC, alias, key LIMIT @limit";
    private const string Sum = $"SELECT coalesce(sum(count), 0) FROM reads WHERE {OfPrompt}";
    private const string Most =
        "SELECT p.path AS Path, CAST(sum(r.count) AS bigint) AS Count FROM reads r JOIN prompts p ON p.id = r.prompt_id "
        + "WHERE r.project_id = @projectId AND r.day BETWEEN @first AND @last GROUP BY p.path ORDER BY sum(r.count) DESC, p.path LIMIT @limit";

    private static readonly Insert Addition = new("reads", ["project_id", "prompt_id", "day", "number", "alias", "key", "count"],
        "ON CONFLICT (prompt_id, day, number, alias, key) DO UPDATE SET count = reads.count + excluded.count");

    public void Add(IReadOnlyCollection<ReadCount> counts) => db.Insert(Addition, counts.Select(ReadRow.Values));

    public IReadOnlyList<ReadCount> List(long projectId, long promptId, DateOnly from, DateOnly to, int limit) =>
        db.Query<ReadRow>(Newest, new { projectId, promptId, first = ReadRow.NumberOf(from), last = ReadRow.NumberOf(to), limit }).ConvertAll(row => row.ToCount());

    public long Total(long projectId, long promptId, DateOnly from, DateOnly to) =>
        db.Find<long>(Sum, new { projectId, promptId, first = ReadRow.NumberOf(from), last = ReadRow.NumberOf(to) });

    public IReadOnlyList<PromptReads> Top(long projectId, DateOnly from, DateOnly to, int limit) =>
        db.Query<TopRow>(Most, new { projectId, first = ReadRow.NumberOf(from), last = ReadRow.NumberOf(to), limit }).ConvertAll(row => row.ToReads());
}
