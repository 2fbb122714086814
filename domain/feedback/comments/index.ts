export { type Comment, type CommentOrder, commentOrders, type ScoreBand } from './comment';
export { type CommentPage, listComments } from './list-comments';
