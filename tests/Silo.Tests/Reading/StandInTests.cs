using Monitor.Rules;

namespace Monitor.Silo.Tests.Reading;

public sealed class StandInTests
{
    [Theory]
    [InlineData("404 Not Found", "<h1>404 Not Found</h1><hr>nginx")]
    [InlineData("404", "<p>出错了</p>")]
    [InlineData("页面不存在 - 兰亭县人民政府", "<p>返回首页</p>")]
    [InlineData("兰亭县人民政府_404错误", "<p>返回首页</p>")]
    [InlineData("兰亭县人民政府", "<p>抱歉，您访问的页面不存在！</p>")]
    [InlineData("兰亭县人民政府", "<p>您要查看的页面已被删除</p>")]
    [InlineData("", "<p>对不起，您 请求的网页 不存在或已删除</p>")]
    [InlineData("提示", "<h2>找不到页面</h2>")]
    [InlineData("Error", "<p>The requested URL /x was not found on this server.</p>")]
    public void Page_that_says_it_does_not_exist_is_soft_404(string title, string body) => Fails(FailureClass.Soft404, title, body);

    [Theory]
    [InlineData("安全验证", "<p>请完成下方验证</p>")]
    [InlineData("访问被拦截", "<p>您的请求疑似攻击行为</p>")]
    [InlineData("Just a moment...", "<p>Checking your browser</p>")]
    [InlineData("Attention Required! | Cloudflare", "<p>Sorry</p>")]
    [InlineData("403 Forbidden", "<h1>403 Forbidden</h1>")]
    [InlineData("", "<p>当前环境异常，完成验证后即可继续访问。</p>")]
    [InlineData("", "<p>您的访问过于频繁，请稍后再试</p>")]
    [InlineData("网站防火墙", "<p>您的请求带有不合法的参数，已被网站管理员设置拦截！</p>")]
    [InlineData("", "<p>抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。</p>")]
    [InlineData("", "<script>document.cookie='__jsl_clearance=1';location.reload()</script>")]
    [InlineData("", "<script src='/x/probev3.js'></script>")]
    public void Refusal_of_a_firewall_is_blocked(string title, string body) => Fails(FailureClass.Blocked, title, body);

    [Theory]
    [InlineData("404 Not Found是什么意思", "<p>网站为何显示404 Not Found？专家解答。</p>")]
    [InlineData("网信办：政务网站“页面不存在”须整改", "<p>有群众反映“页面不存在”，记者调查。</p>")]
    [InlineData("警惕“访问过于频繁”骗局", "<p>近日有群众收到“访问过于频繁”短信。</p>")]
    [InlineData("安全检查_兰亭县应急管理局", "<p>开展安全检查。</p>")]
    [InlineData("兰亭县人民政府", "<p>水质异常情况公告</p>")]
    [InlineData("跳转中", "<script>location.href='/index.html'</script>")]
    public void Page_that_only_speaks_of_such_things_is_a_page(string title, string body) => Assert.True(Pages.Read(Page(title, body)).IsPage);

    [Fact]
    public void List_whose_first_headline_is_such_a_sentence_is_a_page()
    {
        var items = string.Concat(Enumerable.Range(1, 5).Select(i => $"<li><a href='/{i}'>第{i}条公告的全部标题</a>2026-11-0{i}</li>"));
        Assert.True(Pages.Read(Page("兰亭县人民政府", $"<p>页面不存在</p><ul>{items}</ul>")).IsPage);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("<html><body></body></html>")]
    [InlineData("<html><head><style>p{}</style></head><body><!-- text --><p hidden>hidden</p></body></html>")]
    public void Page_without_text_script_or_picture_is_empty(string html) =>
        Assert.Equal(FailureClass.Empty, Pages.Read(html).Failure?.Class);

    [Theory]
    [InlineData("<script>start()</script>")]
    [InlineData("<img src=a.png>")]
    [InlineData("<frameset><frame src=a.html></frameset>")]
    [InlineData("<meta http-equiv=refresh content='0;url=/a'>")]
    public void Page_without_text_that_loads_something_is_a_page(string html) => Assert.True(Pages.Read(html).IsPage);

    private static void Fails(FailureClass why, string title, string body) => Assert.Equal(why, Pages.Read(Page(title, body)).Failure?.Class);

    private static string Page(string title, string body) => $"<html><head><title>{title}</title></head><body>{body}</body></html>";
}
