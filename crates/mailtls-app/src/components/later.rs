//! What is drawn a moment after the rest, so that a large report does not hold the page up when it appears.

use crate::browser;
use yew::{Children, Component, Context, Html, Properties, html};

/// How long one step waits for the one before, in milliseconds: a frame of 60 a second is drawn in between.
const STEP: u32 = 25;

/// The parts and when they appear. Once there they stay, and change with the page.
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// The parts.
    pub(crate) children: Children,
    /// How many steps after it is put in its place; 0: with it.
    pub(crate) step: u32,
}

/// See the module.
pub(crate) struct Later {
    due: bool,
}

impl Component for Later {
    type Message = ();
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let step = ctx.props().step;
        if step > 0 {
            ctx.link().send_future(browser::sleep(step * STEP));
        }
        Self { due: step == 0 }
    }

    fn update(&mut self, _: &Context<Self>, (): ()) -> bool {
        !std::mem::replace(&mut self.due, true)
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        if self.due {
            html! { <>{ ctx.props().children.clone() }</> }
        } else {
            Html::default()
        }
    }
}
