using Monitor.Rules;
using Monitor.Silo.Probes.Visits;

namespace Monitor.Tests.Probes;

public sealed class StatusTableTests
{
    [Theory]
    [InlineData(200, BlockSigns.None, null)]
    [InlineData(206, BlockSigns.None, null)]
    [InlineData(200, BlockSigns.Refusal, null)]
    [InlineData(200, BlockSigns.CloudflareOrigin, null)]
    [InlineData(200, BlockSigns.Challenge, FailureClass.Blocked)]
    [InlineData(304, BlockSigns.None, FailureClass.Protocol)]
    [InlineData(300, BlockSigns.None, FailureClass.Protocol)]
    [InlineData(400, BlockSigns.None, FailureClass.Http4xx)]
    [InlineData(400, BlockSigns.Refusal, FailureClass.Blocked)]
    [InlineData(401, BlockSigns.None, FailureClass.Http4xx)]
    [InlineData(403, BlockSigns.None, FailureClass.Blocked)]
    [InlineData(404, BlockSigns.None, FailureClass.Http4xx)]
    [InlineData(404, BlockSigns.Refusal, FailureClass.Blocked)]
    [InlineData(405, BlockSigns.None, FailureClass.Blocked)]
    [InlineData(410, BlockSigns.None, FailureClass.Http4xx)]
    [InlineData(412, BlockSigns.None, FailureClass.Blocked)]
    [InlineData(418, BlockSigns.Challenge, FailureClass.Blocked)]
    [InlineData(429, BlockSigns.None, FailureClass.Blocked)]
    [InlineData(500, BlockSigns.None, FailureClass.Http5xx)]
    [InlineData(502, BlockSigns.CloudflareOrigin, FailureClass.Http5xx)]
    [InlineData(503, BlockSigns.Challenge, FailureClass.Blocked)]
    [InlineData(503, BlockSigns.Refusal, FailureClass.Blocked)]
    [InlineData(521, BlockSigns.None, FailureClass.Blocked)]
    [InlineData(521, BlockSigns.CloudflareOrigin, FailureClass.Http5xx)]
    [InlineData(599, BlockSigns.None, FailureClass.Http5xx)]
    [InlineData(600, BlockSigns.None, FailureClass.Protocol)]
    [InlineData(999, BlockSigns.None, FailureClass.Protocol)]
    public void A_status_has_its_class(int status, object signs, FailureClass? expected) =>
        Assert.Equal(expected, StatusTable.Judge(status, (BlockSigns)signs));
}
