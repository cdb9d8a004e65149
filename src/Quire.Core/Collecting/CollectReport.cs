namespace Quire.Core.Collecting;

/// <summary>What a collection did.</summary>
/// <param name="DryRun">Whether it only looked.</param>
/// <param name="Projects">Each project, by name.</param>
/// <param name="BytesBefore">The size of the store in bytes when it began.</param>
/// <param name="BytesAfter">The size of the store in bytes when it ended; other writers count too.</param>
/// <param name="FreeBytes">What the store holds in reserve of that, for rows to come.</param>
public sealed record CollectReport(bool DryRun, IReadOnlyList<ProjectCollection> Projects, long BytesBefore, long BytesAfter, long FreeBytes);
