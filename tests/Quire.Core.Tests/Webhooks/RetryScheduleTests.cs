using Quire.Core.Webhooks;

namespace Quire.Core.Tests.Webhooks;

public sealed class RetryScheduleTests
{
    [Fact]
    public void Pauses_grow_from_five_seconds_to_a_day_and_end_after_twelve_attempts()
    {
        double[] plain = [5, 15, 45, 135, 405, 1215, 3645, 10_935, 32_805, 86_400, 86_400];
        for (var attempt = 1; attempt <= plain.Length; attempt++)
            RetrySchedule.After(attempt, "msg")!.Value.TotalSeconds.ShouldBeInRange(plain[attempt - 1] * 0.8, plain[attempt - 1] * 1.2);
        RetrySchedule.After(12, "msg").ShouldBeNull();
    }

    [Fact]
    public void Those_who_failed_together_come_back_one_by_one_and_each_always_at_the_same_time()
    {
        var pauses = Enumerable.Range(0, 1000).Select(message => RetrySchedule.After(1, $"msg_{message}")!.Value.TotalSeconds).ToList();
        pauses.ShouldBe(Enumerable.Range(0, 1000).Select(message => RetrySchedule.After(1, $"msg_{message}")!.Value.TotalSeconds));
        (pauses.Min(), pauses.Max()).ShouldSatisfyAllConditions(range => range.Item1.ShouldBeLessThan(4.1), range => range.Item2.ShouldBeGreaterThan(5.9));
        pauses.Average().ShouldBeInRange(4.9, 5.1);
    }
}
