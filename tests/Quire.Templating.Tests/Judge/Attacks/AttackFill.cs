namespace Quire.Templating.Tests.Judge.Attacks;

/// <summary>What stands at a merge point: a contribution's source, or data that is never read as a template.</summary>
internal sealed record AttackFill(string MergePoint, string Source, bool IsData);
